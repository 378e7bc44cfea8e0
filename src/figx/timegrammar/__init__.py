"""A closed grammar of time expressions, on the words of a pack and the standard library alone.

`words` looks words up, `nodes` is what an expression says, `calendar` and `points` read points in time, `phrases` whole
expressions. Nothing here knows of figures or spaCy.
"""
