"""Content: the file an editor writes, read and checked into an immutable show. No Qt."""
