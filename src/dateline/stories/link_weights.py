"""Fitted by ``training/fit_links.py``: change nothing by hand."""

BIAS = -5.0
WEIGHTS = {
    "terms": 12.0,
    "opening": 4.0,
    "names": 3.0,
    "vector": 4.0,
    "rarest name": 0.1,
    "rare names": 0.1,
    "leading names": 1.0,
    "same number": 0.3,
    "same day": 0.5,
    "other day": -0.3,
    "same place": 0.2,
    "other place": -0.5,
    "days apart": -0.4,
    "articles": -0.2,
}
