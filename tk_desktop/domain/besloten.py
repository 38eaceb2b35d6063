"""What the words of a title or a file name say of closed doors."""

import re

WOORD = re.compile(
    r"(?<![^\W_])(?<!niet )(?<!is )(?<!wordt )(?<!werd )"
    r"(besloten(?! vennootschap)|geheime?|vertrouwelijke?|niet[ _-]openba(?:ar|re)|onder geheimhouding)(?![^\W_])",
    re.I,
)


def is_besloten(titel: str) -> bool:
    """Tell whether the words of a title or a file name say that it is behind closed doors."""
    return WOORD.search(titel) is not None
