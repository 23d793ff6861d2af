"""Writes what is in the program as a bill of materials (CycloneDX), which scanners for vulnerabilities read."""

from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from uuid import NAMESPACE_OID, uuid5

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.component_evidence import ComponentEvidence, Occurrence
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from third_party import Found


def file_component(file: Path, folder: Path) -> Component:
    """A file with its checksum."""
    where = file.relative_to(folder).as_posix()
    checksum = HashType(alg=HashAlgorithm.SHA_256, content=sha256(file.read_bytes()).hexdigest())
    return Component(type=ComponentType.FILE, name=where, bom_ref=f"file:{where}", hashes=[checksum])


def component(found: Found, folder: Path) -> Component:
    """What is known of a component, with its files; what is only a part of files names them."""
    made = found.made
    places = [file.relative_to(folder).as_posix() for file in found.partly_in]
    partly_in = [Occurrence(location=place, bom_ref=f"{made.name} in {place}") for place in places]
    source = ExternalReference(type=ExternalReferenceType.SOURCE_DISTRIBUTION, url=XsUri(made.source))
    return Component(
        name=made.name,
        version=made.version or None,
        bom_ref=made.name,
        licenses=[LicenseFactory().make_from_string(made.licence)],
        copyright=made.copyright,
        purl=PackageURL.from_string(made.purl) if made.purl else None,
        external_references=[source] if made.source else None,
        evidence=ComponentEvidence(occurrences=partly_in) if partly_in else None,
        components=[file_component(file, folder) for file in found.files],
    )


def add(bom: Bom, found: Found, folder: Path) -> Component:
    """Add a component and its parts."""
    added = component(found, folder)
    bom.components.add(added)
    bom.register_dependency(added, [add(bom, part, folder) for part in found.parts])
    return added


def sbom(folder: Path, found: Iterable[Found], time: int) -> str:
    """The bill of materials of a folder, in JSON: the same for the same files and time (in seconds, as Unix counts)."""
    ours, *others = found
    program = component(ours, folder)
    program.type = ComponentType.APPLICATION
    checksums = [sha256(file.read_bytes()).hexdigest() for it in [ours, *others] for file in it.files]
    bom = Bom(
        serial_number=uuid5(NAMESPACE_OID, f"{time} {checksums}"),
        metadata=BomMetaData(component=program, timestamp=datetime.fromtimestamp(time, UTC)),
    )
    bom.register_dependency(program, [add(bom, it, folder) for it in others])
    return JsonV1Dot6(bom).output_as_string(indent=2)
