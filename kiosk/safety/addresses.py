"""What this machine is called and where others reach it, as Linux tells in files: no socket is opened to ask."""

import ipaddress
import os
import re
import sys
from contextlib import suppress
from pathlib import Path

ROUTES = Path("/proc/net/fib_trie")
"""Which IPv4 addresses are this machine's own, among all routes."""

INTERFACES = Path("/proc/net/if_inet6")
"""Its IPv6 addresses (proc_net_if_inet6(5))."""

OWN = re.compile(r"\|-- ([0-9.]+)\n\s+/32 host LOCAL")


def host_name() -> str:
    """What this machine is called."""
    return os.uname().nodename if sys.platform != "win32" else os.environ.get("COMPUTERNAME", "")


def addresses() -> list[str]:
    """The addresses of this machine that others can reach, IPv4 first; none where the system does not tell."""
    found: dict[str, None] = {}
    with suppress(OSError):
        found |= dict.fromkeys(OWN.findall(ROUTES.read_text("ascii")))
    with suppress(OSError):
        found |= dict.fromkeys(line.partition(" ")[0] for line in INTERFACES.read_text("ascii").splitlines())
    known = (_read(text) for text in found)
    return [str(address) for address in known if address and not (address.is_loopback or address.is_link_local)]


def _read(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    with suppress(ValueError):
        return ipaddress.IPv4Address(text) if "." in text else ipaddress.IPv6Address(int(text, 16))
    return None
