// SPDX-License-Identifier: GPL-3.0-or-later
#include "mock_logind.hpp"

#include "mock_call.hpp"
#include <sdbus-c++/Types.h>

#include <csignal>
#include <map>
#include <vector>

namespace poise::test {

namespace {

constexpr auto service = "org.freedesktop.login1";

ChildProcess& ready(ChildProcess& daemon, const PrivateBus& bus) {
    bus.wait_for_name(service, Milliseconds{30000});
    return daemon;
}

} // namespace

MockLogind::MockLogind(const PrivateBus& bus)
    : daemon_{{"/usr/bin/python3", "-m", "dbusmock", "--system", "-t", "logind"},
              {{"DBUS_SYSTEM_BUS_ADDRESS", bus.address()}}},
      connection_{(ready(daemon_, bus), bus.connect())},
      manager_{make_proxy(*connection_, service, "/org/freedesktop/login1")}, session_{make_proxy(*connection_, service,
                                                                                                  session_path)} {
    call_mock(*manager_, "AddSession", std::string{"c1"}, std::string{"seat0"}, std::uint32_t{1001},
              std::string{"tester"}, true);
    const auto add_property = [this](const char* name, const sdbus::Variant& value) {
        call_mock(*manager_, "AddProperty", std::string{"org.freedesktop.login1.Manager"}, std::string{name}, value);
    };
    add_property("BlockInhibited", sdbus::Variant{std::string{}});
    add_property("Docked", sdbus::Variant{false});
    answer_for_processes(std::string{"ret = '"} + session_path + "'");
}

void MockLogind::answer_for_processes(const std::string& code) {
    call_mock(*manager_, "AddMethod", std::string{"org.freedesktop.login1.Manager"}, std::string{"GetSessionByPID"},
              std::string{"u"}, std::string{"o"}, code);
}

void MockLogind::forget_processes() {
    answer_for_processes("raise dbus.exceptions.DBusException('PID 1 does not belong to any known session', "
                         "name='org.freedesktop.login1.NoSessionForPID')");
}

void MockLogind::add_auto_session() {
    using Methods = std::vector<sdbus::Struct<std::string, std::string, std::string, std::string>>;
    call_mock(*manager_, "AddObject", std::string{"/org/freedesktop/login1/session/auto"},
              std::string{"org.freedesktop.login1.Session"},
              std::map<std::string, sdbus::Variant>{{"Id", sdbus::Variant{std::string{"c1"}}}}, Methods{});
}

void MockLogind::request_lock() { call(*session_, "org.freedesktop.login1.Session", "Lock"); }

void MockLogind::request_unlock() { call(*session_, "org.freedesktop.login1.Session", "Unlock"); }

void MockLogind::set_locked_hint(bool locked) {
    call_mock(*session_, "UpdateProperties", std::string{"org.freedesktop.login1.Session"},
              std::map<std::string, sdbus::Variant>{{"LockedHint", sdbus::Variant{locked}}});
}

void MockLogind::set_active(bool active) {
    call_mock(*session_, "UpdateProperties", std::string{"org.freedesktop.login1.Session"},
              std::map<std::string, sdbus::Variant>{{"Active", sdbus::Variant{active}}});
}

void MockLogind::set_docked(bool docked) {
    call_mock(*manager_, "UpdateProperties", std::string{"org.freedesktop.login1.Manager"},
              std::map<std::string, sdbus::Variant>{{"Docked", sdbus::Variant{docked}}});
}

void MockLogind::end_session() {
    forget_processes();
    call_mock(*manager_, "EmitSignal", std::string{"org.freedesktop.login1.Manager"}, std::string{"SessionRemoved"},
              std::string{"so"},
              std::vector<sdbus::Variant>{sdbus::Variant{std::string{"c1"}},
                                          sdbus::Variant{sdbus::ObjectPath{session_path}}});
}

void MockLogind::begin_session(const std::string& id) {
    const std::string path = "/org/freedesktop/login1/session/" + id;
    call_mock(*manager_, "AddSession", id, std::string{"seat0"}, std::uint32_t{1001}, std::string{"tester"}, true);
    answer_for_processes("ret = '" + path + "'");
    session_ = make_proxy(*connection_, service, path);
    announce_session(id);
}

void MockLogind::announce_session(const std::string& id) {
    const std::string path = "/org/freedesktop/login1/session/" + id;
    call_mock(*manager_, "EmitSignal", std::string{"org.freedesktop.login1.Manager"}, std::string{"SessionNew"},
              std::string{"so"},
              std::vector<sdbus::Variant>{sdbus::Variant{id}, sdbus::Variant{sdbus::ObjectPath{path}}});
}

void MockLogind::set_idle_hint(bool idle, Milliseconds ago) {
    const auto at = std::chrono::steady_clock::now().time_since_epoch() - ago;
    const auto microseconds = std::chrono::floor<std::chrono::microseconds>(at).count();
    call_mock(*session_, "UpdateProperties", std::string{"org.freedesktop.login1.Session"},
              std::map<std::string, sdbus::Variant>{
                  {"IdleHint", sdbus::Variant{idle}},
                  {"IdleSinceHintMonotonic", sdbus::Variant{static_cast<std::uint64_t>(microseconds)}}});
}

void MockLogind::prepare_for_sleep(bool begins) {
    call_mock(*manager_, "EmitSignal", std::string{"org.freedesktop.login1.Manager"}, std::string{"PrepareForSleep"},
              std::string{"b"}, std::vector<sdbus::Variant>{sdbus::Variant{begins}});
}

void MockLogind::hang() { daemon_.kill(SIGSTOP); }

void MockLogind::go_on() { daemon_.kill(SIGCONT); }

void MockLogind::list_inhibitor(const std::string& what, const std::string& mode, std::uint32_t user) {
    const std::string fields = "'" + what + "', 'tester', 'for a test', '" + mode + "', dbus.UInt32(" +
                               std::to_string(user) + "), dbus.UInt32(1)";
    constexpr auto interface = "org.freedesktop.login1.Manager";
    call_mock(*manager_, "AddMethod", std::string{interface}, std::string{"ListInhibitors"}, std::string{},
              std::string{"a(ssssuu)"}, "ret = [(" + fields + ")]");
    const bool blocks = mode == "block";
    call_mock(*manager_, "UpdateProperties", std::string{interface},
              std::map<std::string, sdbus::Variant>{{"BlockInhibited", sdbus::Variant{blocks ? what : std::string{}}}});
}

} // namespace poise::test
