"""Fitted by ``training/fit_links.py``: change nothing by hand."""

BIAS = -9.645
WEIGHTS = {
    "terms": 11.177,
    "opening": 8.740,
    "names": 0.000,
    "vector": 3.801,
    "leading names": 4.022,
    "same number": 0.613,
    "same day": 3.243,
    "other place": -0.911,
    "days apart": -0.645,
    "fewer articles": -8.471,
    "more articles": -2.278,
}
