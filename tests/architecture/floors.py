# SPDX-License-Identifier: GPL-3.0-or-later
"""The floors of the house as a table. A room may include and link itself, the rooms it knows, and the libraries named
with it; the rooms it knows are all on lower floors. What the table does not name is a finding, so a new room, target or
library needs its line here."""

from typing import NamedTuple


class Room(NamedTuple):
    place: str  # a folder, or how the paths of its files begin
    targets: str
    knows: str
    libraries: str


# From the lowest floor up. The place that fits a path most closely is its room.
FLOORS = {
    "treaty": [
        Room("include/poise/", "poise_options", "", "pure chrono"),
    ],
    "language": [
        Room("language/", "poise_language", "", "std posix"),
    ],
    "core": [
        Room("core/", "poise_core", "include/poise/ language/", "pure"),
    ],
    "records": [
        Room("team/record/", "poise_team_record", "include/poise/ language/ core/", "std json"),
    ],
    "figures": [
        Room("team/figures/", "poise_team_figures", "include/poise/ language/ core/ team/record/", "std json"),
    ],
    "engine": [
        Room("daemon/engine.", "poise_engine", "include/poise/ language/ core/", "std boost"),
        Room("load/", "poise_load poise_trace", "include/poise/ language/ core/", "std posix tomlplusplus json date"),
        Room("store/", "poise_store", "include/poise/ language/ core/", "std posix sqlite json threads"),
        Room("page/", "poise_page", "include/poise/ language/ core/ team/record/ team/figures/", "std mustache"),
        Room("daemon/clock/", "poise_clock", "include/poise/ core/", "std posix"),
        Room("daemon/sdbus/", "poise_sdbus", "include/poise/", "std sdbus"),
        Room("daemon/bus/names.", "", "include/poise/", "std"),
        Room("coach/model/", "poise_guided", "include/poise/ language/", "pure chrono"),
    ],
    "adapters": [
        Room("console/", "poise_console", "include/poise/ language/ load/", "std posix cli11"),
        Room("team/outbox/", "poise_team_outbox", "include/poise/ language/ core/ load/ team/record/", "std"),
        Room("daemon/host/", "poise_host", "include/poise/ core/ daemon/clock/ daemon/sdbus/", "std posix boost sdbus"),
        Room("daemon/sense/choice/", "poise_sense_choice", "include/poise/ core/", "std posix boost"),
        Room("daemon/sense/desktop/", "poise_sense_desktop", "include/poise/ core/ daemon/sdbus/", "std posix sdbus"),
        Room("daemon/sense/logind/", "poise_sense_logind", "include/poise/ core/ daemon/sdbus/", "std posix boost sdbus"),
        Room("daemon/sense/mutter/", "poise_sense_mutter", "include/poise/ core/ daemon/sdbus/", "std posix boost sdbus"),
        Room("daemon/sense/media/", "poise_sense_media", "include/poise/ core/", "std posix boost"),
        Room("daemon/sense/wayland/", "poise_sense_wayland", "include/poise/ core/", "std posix boost wayland"),
        Room("daemon/sense/x11/", "poise_sense_x11", "include/poise/ core/", "std posix boost xcb"),
        Room("daemon/bus/", "poise_bus", "include/poise/ language/ core/ daemon/sdbus/ daemon/bus/names.", "std posix sdbus"),
        Room("daemon/bus/client", "poise_bus_client", "include/poise/ language/ core/ daemon/sdbus/ daemon/bus/names.", "std posix sdbus"),
        Room(
            "team/board/",
            "poise_team_board",
            "include/poise/ language/ core/ team/record/ team/figures/",
            "std json pqxx crypto",
        ),
    ],
    "forms": [
        Room(
            "team/files/",
            "poise_team_files",
            "include/poise/ language/ core/ load/ team/record/ team/figures/ team/outbox/",
            "std posix json sodium",
        ),
        Room("coach/form/", "poise_setting_form", "include/poise/ language/ core/ load/", "std"),
    ],
    "roots": [
        Room(
            "daemon/",
            "poised",
            "include/poise/ language/ core/ daemon/engine. load/ store/ daemon/host/ daemon/clock/ daemon/sense/choice/"
            " daemon/sense/desktop/ daemon/sense/logind/ daemon/sense/mutter/ daemon/sense/media/"
            " daemon/sense/wayland/ daemon/sense/x11/ daemon/sdbus/ daemon/bus/",
            "std posix boost sdbus systemd",
        ),
        Room("tray/", "poise_tray poise-tray", "include/poise/ language/ core/", "std posix glib"),
        Room("coach/", "poise-coach", "include/poise/ language/ core/ load/ store/ coach/model/ coach/form/", "std posix glib gtkmm"),
        Room(
            "cli/",
            "poise_cli poise",
            "include/poise/ language/ core/ load/ store/ page/ daemon/clock/ daemon/bus/client console/"
            " team/outbox/",
            "std posix cli11 json date",
        ),
        Room(
            "team/",
            "poise-team",
            "include/poise/ language/ core/ load/ store/ page/ daemon/clock/ console/ team/record/ team/figures/ team/outbox/"
            " team/files/ team/board/",
            "std posix cli11 json",
        ),
    ],
}

# Tests may use whatever they prove things with, but these two floors live without the machine.
PURE_TESTS = ("tests/core/", "tests/journeys/")
PURE_TEST_TARGETS = ("core_tests", "property_tests", "journey_tests", "poise_life")
PURE_TEST_ROOMS = ("include/poise/", "language/", "core/", "load/", "tests/")  # load/: people live by the real guide
PURE_TEST_LIBRARIES = "pure chrono gtest"

# How a library's headers begin, and what CMake calls it.
LIBRARIES = {
    "benchmark": ("benchmark/ benchmark::", "Google Benchmark"),
    "boost": ("boost/ Boost::", "the event loop"),
    "cli11": ("CLI/ CLI11::", "argv"),
    "date": ("date/ date::", "the zone database"),
    "glib": (
        "gio/ glib libnotify/ libdbusmenu-glib/ PkgConfig::gio PkgConfig::libnotify PkgConfig::dbusmenu",
        "GLib, GIO, libnotify, libdbusmenu",
    ),
    "gtkmm": (
        "gtkmm/ gtk/ gdkmm/ giomm/ glibmm/ sigc++/ pangomm/ cairomm/ PkgConfig::gtkmm",
        "GTK 4 and what it stands on",
    ),
    "gtest": ("gtest/ gmock/ GTest::", "GoogleTest"),
    "json": ("nlohmann/ nlohmann_json", "JSON"),
    "mustache": ("mustache.hpp", "templates of HTML"),
    "crypto": ("openssl/ PkgConfig::LIBCRYPTO", "keys and certificates"),
    "pqxx": ("pqxx/ libpq-fe.h PkgConfig::LIBPQXX PkgConfig::LIBPQ", "PostgreSQL"),
    "sdbus": ("sdbus-c++/ daemon_adaptor.hpp daemon_proxy.hpp PkgConfig::sdbus", "D-Bus"),
    "sqlite": ("SQLiteCpp sqlite3.h", "SQLite"),
    "sodium": ("sodium PkgConfig::libsodium", "keys"),
    "systemd": ("systemd/ PkgConfig::SYSTEMD", "sd_notify"),
    "tomlplusplus": ("toml++/", "TOML"),
    "threads": ("Threads::", "one that checks a large journal"),
    "wayland": ("wayland- PkgConfig::wayland", "Wayland"),
    "xcb": ("xcb/ PkgConfig::xcb", "X11"),
}

# The standard library as far as it has no clock, no file, no thread and no chance in it (cstdio: for snprintf).
PURE_HEADERS = frozenset(
    """algorithm any array bit bitset cassert charconv climits cmath compare concepts cstddef cstdint cstdio deque
    functional initializer_list iterator limits list map memory numbers numeric optional queue ranges ratio set span
    stack string string_view tuple type_traits unordered_map unordered_set utility variant vector version""".split()
)
# The rest of it; who has this has the pure part and chrono too.
STANDARD_HEADERS = frozenset(
    """atomic cctype cerrno cfenv clocale condition_variable csetjmp csignal cstdarg cstdlib cstring ctime cwchar
    exception filesystem fstream future iomanip ios iosfwd iostream istream locale mutex new ostream random regex
    source_location sstream stdexcept streambuf system_error thread typeindex typeinfo""".split()
)
