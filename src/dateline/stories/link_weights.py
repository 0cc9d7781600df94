"""Fitted by ``training/fit_links.py``: change nothing by hand."""

BIAS = -9.101
WEIGHTS = {
    "terms": 12.001,
    "opening": 8.003,
    "names": 0.585,
    "vector": 3.128,
    "leading names": 2.502,
    "same number": 0.557,
    "same day": 2.935,
    "other place": -0.673,
    "days apart": -0.544,
    "fewer articles": -11.549,
    "more articles": -0.033,
}
