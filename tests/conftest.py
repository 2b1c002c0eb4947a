"""What all tests share: no property test has a time to keep, for machines are shared and a timing is never a test."""

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
