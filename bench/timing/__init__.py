"""One module a measure; see `bench.speed`."""
