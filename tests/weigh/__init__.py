"""Tests of `weigh`."""
