#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A Debian of any release in a folder. What runs in there has mounts and processes of its own, which end with it, and a
root of its own in earnest (pivot_root, not chroot), so that systemd may build its namespaces in it.

usage: debian_root.py RELEASE COMMAND...: runs a command in this very tree under another Debian, with a build folder of
its own, build/RELEASE. The root is kept in build/roots, for the next time. Needs root, debootstrap and a Debian mirror."""
import os
import subprocess
import sys
import tempfile

SOURCE = os.path.realpath(f"{os.path.dirname(os.path.abspath(__file__))}/../..")
ROOTS = f"{SOURCE}/build/roots"
MIRROR = "http://deb.debian.org/debian"
ENVIRONMENT = ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND=noninteractive", "LC_ALL=C.UTF-8"]
TREE = "/poise"  # where this tree is, in there
ENTER = """
set -eu
root=$1; shift
mount --bind "$root" "$root"
cd "$root"
mount -t proc proc proc
mount --rbind /sys sys
mount --rbind /dev dev
mount -t tmpfs tmpfs dev/shm
mount -t tmpfs tmpfs run
mkdir -m 1777 run/lock
mount --bind "$root.archives" var/cache/apt/archives
while [ "$1" != -- ]; do mount --bind "$1" ".$2"; shift 2; done
shift
mkdir -p old
pivot_root . old
exec chroot . sh -c 'umount -l /old; exec "$@"' - "$@"
"""


def plain_root(release):
    """What debootstrap makes, as an archive: unpacked in seconds."""
    archive = f"{ROOTS}/{release}.tar"
    if not os.path.exists(archive):
        os.makedirs(ROOTS, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="poise-root.") as folder:
            os.chmod(folder, 0o755)
            bootstrap = ["debootstrap", "--variant=minbase", release, folder, MIRROR]
            subprocess.run(bootstrap, check=True, stdout=subprocess.DEVNULL)
            subprocess.run(["tar", "-C", folder, "-cf", f"{archive}.part", "."], check=True)
        os.rename(f"{archive}.part", archive)
    return archive


class DebianRoot:
    def __init__(self, release, folder):
        self.folder = folder
        self.made = not os.path.exists(f"{folder}/etc/debian_version")
        os.makedirs(folder, exist_ok=True)
        os.makedirs(f"{folder}.archives", exist_ok=True)
        os.chmod(folder, 0o755)  # people go in there
        if self.made:
            subprocess.run(["tar", "-C", folder, "-xf", plain_root(release)], check=True)
            self.write("usr/sbin/policy-rc.d", "#!/bin/sh\nexit 101\n", 0o755)  # packages start nothing
            self.write("etc/dpkg/dpkg.cfg.d/rig", "force-unsafe-io\n")  # nobody needs it after a power cut
        with open("/etc/resolv.conf", encoding="utf-8") as file:
            self.write("etc/resolv.conf", file.read())

    def write(self, path, text, mode=0o644):
        with open(f"{self.folder}/{path}", "w", encoding="utf-8") as file:
            file.write(text)
        os.chmod(f"{self.folder}/{path}", mode)

    def command(self, words, user="root", binds=(), environment=()):
        """What runs these words in there, as that user, with folders of this machine bound to places in there."""
        home = "/root" if user == "root" else f"/home/{user}"
        unshare = ["unshare", "--mount", "--pid", "--ipc", "--fork", "--kill-child", "--propagation", "private"]
        places = [word for bind in binds for word in bind]
        person = ["runuser", "-u", user, "--", "env", "-i", f"--chdir={home}", f"HOME={home}", *ENVIRONMENT, *environment]
        return [*unshare, "sh", "-c", ENTER, "-", self.folder, *places, "--", *person, *words]


def main(release, *words):
    root = DebianRoot(release, f"{ROOTS}/{release}")
    build = f"{SOURCE}/build/{release}"
    os.makedirs(build, exist_ok=True)
    os.makedirs(f"{root.folder}{TREE}", exist_ok=True)
    binds = [(SOURCE, TREE), (build, f"{TREE}/build")]
    # What npm has fetched here is the same there, where it would cost a hundred packages.
    if os.path.exists(f"{SOURCE}/build/npm"):
        os.makedirs(f"{build}/npm", exist_ok=True)
        binds.append((f"{SOURCE}/build/npm", f"{TREE}/build/npm"))
    environment = [f"CCACHE_DIR={TREE}/build/ccache", f"CCACHE_BASEDIR={TREE}", "CCACHE_NOHASHDIR=1"]
    environment += [f"{name}={os.environ[name]}" for name in ("POISE_WERROR",) if name in os.environ]
    command = root.command(["sh", "-c", f'cd {TREE} && exec "$@"', "-", *words], binds=binds, environment=environment)
    os.execvp(command[0], command)  # so that whoever ends this ends all of it


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    if os.getuid() != 0:
        sys.exit("A root of another Debian needs root: sudo ./dev on ...")
    main(*sys.argv[1:])
