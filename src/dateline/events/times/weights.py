"""How much each measure of ``evidence.py`` speaks for a day: weights of a conditional logit, made by
``training/fit_dates.py`` from 333 dated articles."""

from __future__ import annotations

from collections.abc import Mapping

DAY_WEIGHTS: Mapping[str, float] = {
    "today and date": -4.19,
    "lead 7+": -3.40,
    "plan 7+": -2.69,
    "lead 0": 2.28,
    "same day alike": 2.03,
    "body 7+": 1.93,
    "body 1": 1.74,
    "past lies ahead": -1.37,
    "plan 1": 1.37,
    "body 5-6": -1.34,
    "lead 1": 1.33,
    "weekday and yesterday": -1.33,
    "same period alike": 1.31,
    "date 14+": -1.04,
    "body 0": 1.04,
    "lead 5-6": -1.00,
    "lead 3-4": -0.94,
    "plan lies behind": -0.93,
    "date lies ahead": -0.89,
    "date 1": 0.75,
    "saturday": -0.65,
    "date 3-4": -0.62,
    "late news": 0.61,
    "sunday": -0.58,
    "plan 3-4": -0.56,
    "date 5-6": -0.55,
    "lead 2": -0.52,
    "kin": 0.46,
    "toll falls": -0.42,
    "near": 0.38,
    "plan 5-6": -0.34,
    "plan 2": 0.32,
    "body 3-4": 0.27,
    "date 7-13": -0.25,
    "plan 0": 0.19,
    "date 2": 0.10,
    "body 2": 0.02,
}
