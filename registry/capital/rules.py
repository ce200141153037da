from registry.law import rule

SUBDIVIDING = "Companies Act 2006, s.618"
REDESIGNATING = "Companies Act 2006, s.636"


@rule("Articles", field="article")
def articles_allow_forfeiture(article: str) -> bool:
    """Shares are forfeited only where an article says so, and the model articles have none: name the article."""
    return article != ""


@rule(SUBDIVIDING, field="into")
def shares_become_smaller(nominal: int, into: int) -> bool:
    """Shares are divided into shares of a smaller nominal value, of which so many make up one."""
    return into < nominal and nominal % into == 0


@rule(SUBDIVIDING, field="into")
def shares_become_larger(nominal: int, into: int) -> bool:
    """Shares are consolidated into shares of a larger nominal value, each made up of so many."""
    return into > nominal and into % nominal == 0


@rule(REDESIGNATING, field="into")
def nominal_value_stays(nominal: int, into: int) -> bool:
    """Shares that are given another name keep their nominal value."""
    return nominal == into


@rule(SUBDIVIDING, field="share_class")
def there_are_shares(issued: int) -> bool:
    """No shares of that class are in issue on that day."""
    return issued > 0
