"""copydesk turns many outlets' reports of an event into one story that can be checked."""
