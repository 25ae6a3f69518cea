"""What pm4py makes of an event log: directly-follows counts and the handover-of-work network.

Usage: pm4py_flows.py LOG (CSV with pm4py's column names, XES or XES.gz); prints JSON.
"""

import json
import sys

import pandas
import pm4py


def read(path):
    if path.endswith(".csv"):
        log = pandas.read_csv(path)
        log["time:timestamp"] = pandas.to_datetime(log["time:timestamp"], utc=True)
        return log
    return pm4py.convert_to_dataframe(pm4py.read_xes(path))


log = read(sys.argv[1])
follows, _, _ = pm4py.discover_dfg(log)
handover = pm4py.discover_handover_of_work_network(log).connections
json.dump(
    {
        "directly_follows": [[a, b, int(n)] for (a, b), n in follows.items()],
        "handover": [[a, b, float(share)] for (a, b), share in handover.items()],
    },
    sys.stdout,
)
