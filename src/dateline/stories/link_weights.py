"""Fitted by ``training/fit_links.py``: change nothing by hand."""

BIAS = -8.761
WEIGHTS = {
    "terms": 10.567,
    "opening": 8.109,
    "names": 0.000,
    "vector": 3.055,
    "leading names": 3.730,
    "same number": 0.488,
    "same day": 3.070,
    "other place": -0.802,
    "days apart": -0.591,
    "fewer articles": -8.032,
    "more articles": -1.760,
}
