"""A time-stamping authority and an OpenTimestamps calendar of our own, on this machine: keys made for the test, answers
by the books (RFC 3161, RFC 5652, RFC 5816)."""

from __future__ import annotations

import contextlib
import datetime
import hashlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

from asn1crypto import algos, cms, tsp
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

NOW = datetime.datetime(2031, 5, 4, 12, 0, tzinfo=datetime.UTC)


@dataclass
class Authority:
    """A root, and a certificate of its that may stamp; `at` is its clock."""

    name: str = "The Ilmar Clock"
    at: datetime.datetime = NOW
    refuses: bool = False
    nonce: int | None = None  # answers with this one instead of the one it was asked with

    def __post_init__(self) -> None:
        self.root_key, self.key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
        root = _name("Root of " + self.name)
        self.root = _certificate(root, root, self.root_key.public_key(), self.root_key, root=True)
        self.certificate = _certificate(_name(self.name), root, self.key.public_key(), self.root_key, root=False)

    def pem(self) -> bytes:
        """The root's certificate."""
        return self.root.public_bytes(serialization.Encoding.PEM)

    def answer(self, request: bytes) -> bytes:
        """A token over what the request asks."""
        if self.refuses:
            return b"\x30\x0f\x30\x0d\x02\x01\x02\x30\x08\x0c\x06closed"  # status 2 (rejection), and why; no token
        asked = tsp.TimeStampReq.load(request)
        info = tsp.TSTInfo(
            {
                "version": "v1",
                "policy": "1.2.3.4.1",
                "message_imprint": asked["message_imprint"],
                "serial_number": 7,
                "gen_time": self.at,
                "nonce": self.nonce if self.nonce is not None else asked["nonce"],
            }
        )
        granted = {"status": {"status": "granted"}, "time_stamp_token": self._signed(info)}
        return bytes(tsp.TimeStampResp(granted).dump())

    def _signed(self, info: Any) -> Any:
        der = self.certificate.public_bytes(serialization.Encoding.DER)
        attributes = self._attributes(info.dump(), der)
        signature = self.key.sign(attributes.dump(), ec.ECDSA(hashes.SHA256()))
        held = asn1_x509.Certificate.load(der)
        signer = {
            "version": "v1",
            "sid": {"issuer_and_serial_number": {"issuer": held.issuer, "serial_number": held.serial_number}},
            "digest_algorithm": {"algorithm": "sha256"},
            "signed_attrs": attributes,
            "signature_algorithm": {"algorithm": "sha256_ecdsa"},
            "signature": signature,
        }
        signed = cms.SignedData(
            {
                "version": "v3",
                "digest_algorithms": [{"algorithm": "sha256"}],
                "encap_content_info": {"content_type": "tst_info", "content": cms.ParsableOctetString(info.dump())},
                "certificates": [cms.CertificateChoices("certificate", held)],
                "signer_infos": [signer],
            }
        )
        return cms.ContentInfo({"content_type": "signed_data", "content": signed})

    def _attributes(self, info: bytes, der: bytes) -> Any:
        mine = tsp.ESSCertIDv2(
            {
                "hash_algorithm": algos.DigestAlgorithm({"algorithm": "sha256"}),
                "cert_hash": hashlib.sha256(der).digest(),
            }
        )
        return cms.CMSAttributes(
            [
                {"type": "content_type", "values": ["tst_info"]},
                {"type": "signing_time", "values": [cms.Time({"utc_time": self.at})]},
                {"type": "message_digest", "values": [hashlib.sha256(info).digest()]},
                {"type": "signing_certificate_v2", "values": [tsp.SigningCertificateV2({"certs": [mine]})]},
            ]
        )


@dataclass
class Calendar:
    """Promises at once, and knows a block when `block` was called."""

    address: str = "http://127.0.0.1:1"
    promised: list[bytes] = field(default_factory=list)
    height: int | None = None

    def promise(self, digest: bytes) -> bytes:
        """A pending attestation over the digest and a salt."""
        from opentimestamps.core.notary import PendingAttestation
        from opentimestamps.core.op import OpAppend, OpSHA256

        start = self._timestamp(digest)
        end = start.ops.add(OpAppend(b"salt")).ops.add(OpSHA256())
        end.attestations.add(PendingAttestation(self.address))
        self.promised.append(end.msg)
        return _written(start)

    def proof(self, message: bytes) -> bytes | None:
        """What became of a promise."""
        from opentimestamps.core.notary import BitcoinBlockHeaderAttestation

        if self.height is None or message not in self.promised:
            return None
        start = self._timestamp(message)
        self._merkle(start).attestations.add(BitcoinBlockHeaderAttestation(self.height))
        return _written(start)

    def header(self, message: bytes) -> bytes:
        """80 bytes of a block whose merkle root commits to the message."""
        seconds = int(NOW.timestamp())
        root = self._merkle(self._timestamp(message)).msg
        return b"\x01\0\0\0" + b"\0" * 32 + root + seconds.to_bytes(4, "little") + b"\0" * 8

    def _merkle(self, start: Any) -> Any:
        from opentimestamps.core.op import OpPrepend, OpSHA256

        return start.ops.add(OpPrepend(b"tx")).ops.add(OpSHA256()).ops.add(OpSHA256())

    def _timestamp(self, message: bytes) -> Any:
        from opentimestamps.core.timestamp import Timestamp

        return Timestamp(message)


def _written(told: Any) -> bytes:
    from opentimestamps.core.serialize import BytesSerializationContext

    context = BytesSerializationContext()
    told.serialize(context)
    return bytes(context.getbytes())


def _name(words: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, words)])


def _certificate(
    subject: x509.Name, issuer: x509.Name, public: Any, key: ec.EllipticCurvePrivateKey, root: bool
) -> x509.Certificate:
    years = datetime.timedelta(days=3650)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW - years)
        .not_valid_after(NOW + years)
        .add_extension(x509.BasicConstraints(ca=root, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key()), critical=False)
        .add_extension(_usage(root), critical=True)
    )
    if not root:
        made = made.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
    return made.sign(key, hashes.SHA256())


def _usage(root: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not root,
        key_cert_sign=root,
        crl_sign=root,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


@contextlib.contextmanager
def served(authority: Authority, calendar: Calendar) -> Iterator[tuple[str, list[bytes]]]:
    """The two on a port of this machine; yields the address, and the list of all that they are told."""
    heard: list[bytes] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            heard.append(body)
            self._say(calendar.promise(body) if self.path == "/digest" else authority.answer(body))

        def do_GET(self) -> None:
            self._say(calendar.proof(bytes.fromhex(self.path.rpartition("/")[2])))

        def _say(self, body: bytes | None) -> None:
            self.send_response(404 if body is None else 200)
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *_: Any) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", heard
    finally:
        server.shutdown()
        server.server_close()
