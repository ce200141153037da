"""Reorganisations: mergers, splits, moves, departures and regroupings, each one act that can be undone as one."""
