"""Which language a text is in, by py3langid, and what to do where it is unsure."""

from __future__ import annotations

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from dateline.clean.lexicon import STOP_WORDS
from dateline.words import find_words

MAX_CHARS = 4000
"""Characters looked at; py3langid is sure after a few hundred."""

SURE = 0.9
"""Normalised probability from which a foreign language is believed; below, the text is taken for one we read."""

ENGLISH_STOPS = 0.25
"""Share of English function words above which a text is English whatever the identifier says (names mislead it)."""

NAMES = {
    "af": "Afrikaans",
    "ar": "Arabic",
    "bg": "Bulgarian",
    "bn": "Bengali",
    "ca": "Catalan",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "et": "Estonian",
    "fa": "Persian",
    "fi": "Finnish",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "hr": "Croatian",
    "hu": "Hungarian",
    "id": "Indonesian",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "mk": "Macedonian",
    "ms": "Malay",
    "nb": "Norwegian",
    "nl": "Dutch",
    "nn": "Norwegian",
    "no": "Norwegian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sk": "Slovak",
    "sl": "Slovenian",
    "sq": "Albanian",
    "sr": "Serbian",
    "sv": "Swedish",
    "sw": "Swahili",
    "ta": "Tamil",
    "th": "Thai",
    "tl": "Tagalog",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "vi": "Vietnamese",
    "zh": "Chinese",
}
"""English names of ISO 639-1 codes, for messages."""


def find_language(text: str, readable: tuple[str, ...], declared: str | None = None) -> tuple[str, bool]:
    """Return (ISO 639-1 code, whether we read it); a doubtful text is taken for the first language we read.

    ``declared`` is what the page says. Templates say "en" of texts in any language, so it counts only where the text
    leaves doubt and looks like that language too.
    """
    sample = text[:MAX_CHARS]
    code, probability = _identifier().classify(sample)
    if code in readable:
        return code, True
    if "en" in readable and _share_english(sample) >= ENGLISH_STOPS:
        return "en", True
    if probability < SURE and (declared or "")[:2].lower() != code:
        return readable[0], True
    return code, False


def name_language(code: str) -> str:
    """Return the English name of a language code, or the code itself."""
    return NAMES.get(code, code)


def _share_english(text: str) -> float:
    words = find_words(text)
    return sum(word in STOP_WORDS for word, _, _ in words) / len(words) if words else 0.0


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
