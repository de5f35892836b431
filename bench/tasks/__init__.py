"""One module a task; see `bench.quality`."""
