"""Pure text tools that every stage may use."""
