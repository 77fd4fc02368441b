"""The peer: polars reads the same file and groups it by organisation and respondent type (means of the 99 items).

usage: peer_polars.py FILE eager|lazy

It checks no cell and scores nobody: text such as `dk` is dropped as a missing value. `lazy` lets polars skip the columns
that the means do not need.
"""

import sys

import polars as pl

path, mode = sys.argv[1], sys.argv[2]
keys = ["organisation", "respondent_type"]
with open(path, encoding="utf-8") as file:
    columns = file.readline().rstrip("\n").split(",")
items = [column for column in columns if column.startswith("d") and len(column) == 5]
schema = {column: pl.Int8 for column in items}
reader = pl.read_csv if mode == "eager" else pl.scan_csv
frame = reader(path, null_values=["dk", "nfm"], schema_overrides=schema)
means = frame.group_by(keys).agg(pl.col(items).mean())
if mode == "lazy":
    means = means.collect()
print(len(items), means.height)
