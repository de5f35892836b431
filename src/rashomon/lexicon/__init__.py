"""Word tables as data: read by the stages and by the docs. Rule: tables and look-ups, no page, no parse."""
