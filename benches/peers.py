"""What Python programs need for a text, in processor seconds: one line of tab-separated values for each, name and seconds.

    peers.py TEXT [reportparse]

Run by `table.py`, in an environment that has what is measured. With `reportparse`, the Python package is measured instead
of its peers.
"""

import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

PATTERNS = [
    re.compile(r"^[\s　]*([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.．])([^。\n]+)", re.MULTILINE),
    re.compile(r"([一二三四五六七八九十])(是|要)([^。；\n]+)"),
    re.compile(
        r"(\d+(?:\.\d+)?)(%|％|个百分点|[万亿]?(?:元|人次|人|户|家|个|吨|亩|公里|平方米))"
        r"(?:，(?:同比|比上年)(增长|下降)(\d+(?:\.\d+)?)[%％])?"
    ),
]


def best(read: Callable[[str], object], text: str, rounds: int) -> float:
    seconds = []
    for _ in range(rounds):
        start = time.process_time()
        read(text)
        seconds.append(time.process_time() - start)
    return min(seconds)


def patterns(text: str) -> int:
    return sum(sum(1 for _ in pattern.finditer(text)) for pattern in PATTERNS)


def jionlp(text: str) -> int:
    import jionlp as jio

    return len(jio.ner.extract_money(text)) + len(jio.ner.extract_time(text))


def chinese2digits(text: str) -> object:
    import chinese2digits as c2d

    return c2d.takeNumberFromString(text)


def recognizers(text: str) -> int:
    from recognizers_number import recognize_number, recognize_percentage
    from recognizers_number_with_unit import recognize_currency, recognize_dimension
    from recognizers_text import Culture

    kinds = (recognize_number, recognize_percentage, recognize_currency, recognize_dimension)
    return sum(len(recognize(text, Culture.Chinese)) for recognize in kinds)


def main() -> None:
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    if sys.argv[2:] == ["reportparse"]:
        import reportparse

        print("Python", best(reportparse.parse, text, 20), sep="\t")
        return
    print("re", best(patterns, text, 5), sep="\t")
    for name, read in [("JioNLP", jionlp), ("chinese2digits", chinese2digits), ("Recognizers-Text", recognizers)]:
        read(text[:100])  # builds its tables
        whole = best(read, text, 1)
        print(name, whole, sep="\t", flush=True)


if __name__ == "__main__":
    main()
