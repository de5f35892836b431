"""What proofs are checked by: certificates of authorities, headers of blocks. Rule: read from files that a person gives
or a case carries; nothing is trusted by itself, and nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from rashomon.errors import InputError
from rashomon.stamp.extra import library

_PEM = re.compile(r"-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.S)
HEADER_BYTES = 80


@dataclass(frozen=True, slots=True)
class Trust:
    """certificates  PEM texts of authorities, their roots among them
    headers       (height, 80 bytes) of Bitcoin blocks
    """

    certificates: tuple[str, ...] = ()
    headers: tuple[tuple[int, bytes], ...] = ()


def read_trust(certificates: Iterable[Path] = (), headers: Iterable[Path] = ()) -> Trust:
    """What files say: certificates in PEM (any number in a file) or DER; block headers as lines "HEIGHT HEADER", the
    header in 160 hexadecimal digits, as `bitcoin-cli getblockheader HASH false` prints it. Raises InputError."""
    pems = [pem for path in certificates for pem in _certificates(path)]
    blocks = [header for path in headers for header in _headers(path)]
    return Trust(tuple(pems), tuple(blocks))


def _certificates(path: Path) -> list[str]:
    raw = _bytes(path)
    x509 = library("cryptography.x509")
    serialization = library("cryptography.hazmat.primitives.serialization")
    try:
        found = _PEM.findall(raw.decode("ascii", "replace"))
        loaded = [x509.load_pem_x509_certificate(pem.encode()) for pem in found] or [
            x509.load_der_x509_certificate(raw)
        ]
    except ValueError as error:
        raise InputError(f"{path}: holds no certificate, in PEM or DER ({error})") from error
    return [one.public_bytes(serialization.Encoding.PEM).decode() for one in loaded]


def _headers(path: Path) -> list[tuple[int, bytes]]:
    found = []
    for number, line in enumerate(_bytes(path).decode("ascii", "replace").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            height, header = line.split()
            block = int(height), bytes.fromhex(header)
            if len(block[1]) != HEADER_BYTES:
                raise ValueError(f"a header has {HEADER_BYTES} bytes, not {len(block[1])}")
        except ValueError as error:
            raise InputError(f'{path}: line {number} is no "HEIGHT HEADER" ({error})') from error
        found.append(block)
    return found


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror})") from error
