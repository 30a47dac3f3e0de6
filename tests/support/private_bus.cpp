// SPDX-License-Identifier: GPL-3.0-or-later
#include "private_bus.hpp"

#include "sdbus.hpp"

#include <sdbus-c++/IProxy.h>
#include <sdbus-c++/Message.h>

#include <csignal>
#include <fstream>
#include <stdexcept>

#include <poll.h>

namespace poise::test {

namespace {

std::string write_configuration(const std::filesystem::path& folder) {
    const auto file = folder / "bus.conf";
    std::ofstream{file} << R"(<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=)" << folder.string()
                        << R"(</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
)";
    return file.string();
}

} // namespace

PrivateBus::PrivateBus()
    : daemon_{{"dbus-daemon", "--nofork", "--print-address=1", "--config-file=" + write_configuration(folder_.path())}},
      address_{daemon_.read_line(Milliseconds{20000})} {}

std::unique_ptr<sdbus::IConnection> PrivateBus::connect() const {
    return sdbus::createSessionBusConnectionWithAddress(address_);
}

void PrivateBus::wait_for_name(const std::string& name, Milliseconds limit) const {
    const auto connection = connect();
    bool owned = false;
    const std::string rule =
        "type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='" + name + "'";
    const auto match = add_match(*connection, rule, [&](sdbus::Message&) { owned = true; });
    const auto proxy = make_proxy(*connection, "org.freedesktop.DBus", "/org/freedesktop/DBus");
    auto ask = make_call(*proxy, "org.freedesktop.DBus", "NameHasOwner");
    ask << name;
    proxy->callMethod(ask) >> owned;
    const auto deadline = std::chrono::steady_clock::now() + limit;
    while (!owned) {
        if (process_pending(*connection)) continue;
        const auto left = std::chrono::ceil<Milliseconds>(deadline - std::chrono::steady_clock::now()).count();
        pollfd readable{connection->getEventLoopPollData().fd, POLLIN, 0};
        if (left <= 0 || ::poll(&readable, 1, static_cast<int>(left)) <= 0) {
            throw std::runtime_error{name + " does not come to the bus"};
        }
    }
}

void PrivateBus::kill() {
    daemon_.kill(SIGTERM);
    daemon_.wait_for_exit(Milliseconds{5000});
}

} // namespace poise::test
