"""RFC 3161: requests to a time-stamping authority, and its tokens. Rule: bytes in, bytes and Stamps out, no network."""

from __future__ import annotations

from typing import Any

from rashomon.errors import InputError
from rashomon.record import Stamp
from rashomon.stamp.extra import library
from rashomon.stamp.imprint import imprint, stamped
from rashomon.stamp.trust import Trust


def request(head: str) -> bytes:
    """A request (.tsq, DER) for a token over a sealed record; it asks for the authority's certificate as well."""
    return asked(head)[0]


def asked(head: str) -> tuple[bytes, int | None]:
    """The request and its nonce, which an answer must repeat."""
    rfc3161 = library("rfc3161_client")
    algorithm = library("rfc3161_client.base").HashAlgorithm.SHA256
    made = rfc3161.TimestampRequestBuilder().data(stamped(head)).hash_algorithm(algorithm).build()
    return bytes(made.as_bytes()), made.nonce


def answer(head: str, raw: bytes, nonce: int | None = None) -> bytes:
    """The answer (.tsr) of an authority, when it grants a token over this record, and answers the very request where
    its nonce is known; raises InputError saying what it is instead."""
    told = decoded(raw)
    if told.status not in (0, 1):
        raise InputError(
            f"the authority refused (status {told.status}: {'; '.join(told.status_string) or 'no reason'})"
        )
    if told.tst_info.message_imprint.message != imprint(head):
        raise InputError("the authority's token is over something else than this record")
    if nonce is not None and told.tst_info.nonce != nonce:
        raise InputError("the authority answered another request than this one")
    return raw


def decoded(raw: bytes) -> Any:
    """The parsed answer; raises InputError for bytes that are none."""
    try:
        return library("rfc3161_client").decode_timestamp_response(raw)
    except ValueError as error:
        raise InputError(f"is no answer of a time-stamping authority ({error})") from error


def check_token(raw: bytes, head: str, seal: int, trust: Trust) -> Stamp:
    """What holds of a token."""
    try:
        told = decoded(raw)
        info = told.tst_info
        at, by = _time(info), _authority(told)
    except (InputError, ValueError) as error:
        return Stamp("rfc3161", seal, None, "", "wrong", str(error))
    if info.message_imprint.message != imprint(head):
        return Stamp("rfc3161", seal, at, by, "wrong", "it is over something else than this record")
    if not trust.certificates:
        return Stamp("rfc3161", seal, at, by, "unchecked", "give the authority's certificate with --certificate FILE")
    error_class = library("rfc3161_client").VerificationError
    try:
        _verifier(trust).verify_message(told, stamped(head))
    except (error_class, ValueError) as error:
        return Stamp("rfc3161", seal, at, by, "wrong", f"the certificates given do not vouch for it ({error})")
    return Stamp("rfc3161", seal, at, by, "proven", "signed by an authority whose certificate was given")


def _verifier(trust: Trust) -> Any:
    x509 = library("cryptography.x509")
    loaded = [x509.load_pem_x509_certificate(pem.encode()) for pem in dict.fromkeys(trust.certificates)]
    roots = [one for one in loaded if one.subject == one.issuer]
    if not roots:
        raise ValueError("none of them is an authority's root: a certificate that signs itself")
    others = [one for one in loaded if one not in roots]
    return library("rfc3161_client").VerifierBuilder(roots=roots, intermediates=others).build()


def _time(info: Any) -> str:
    at: str = info.gen_time.isoformat().replace("+00:00", "Z")
    return at


def _authority(told: Any) -> str:
    """The name of whoever signed: the certificate with the signer's serial number, where it came along."""
    x509 = library("cryptography.x509")
    signers = {signer.serial_number for signer in told.signed_data.signer_infos}
    for raw in sorted(told.signed_data.certificates):
        certificate = x509.load_der_x509_certificate(raw)
        if certificate.serial_number in signers:
            return str(certificate.subject.rfc4514_string())
    return "an authority that did not send its certificate"
