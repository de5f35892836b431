"""Linking held against answers: scores of clusterings, baselines, sets made of own texts, the large generated case."""
