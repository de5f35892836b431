"""How grounding is held against public files: see `bench.tasks.timex`, `toponyms`, `quantity`."""
