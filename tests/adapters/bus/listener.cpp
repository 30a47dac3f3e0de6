// SPDX-License-Identifier: GPL-3.0-or-later
#include "listener.hpp"

#include "names.hpp"
#include "sdbus.hpp"

#include <poll.h>

#include <chrono>
#include <stdexcept>

namespace poise::test {

namespace {

using ValueMap = std::map<std::string, sdbus::Variant>;
constexpr const char* end_of_reading = "end_of_reading";

template <class T>
std::string read(sdbus::Message& message) {
    T value{};
    message >> value;
    return to_text(sdbus::Variant{value});
}

std::string properties_changed(sdbus::Message& message) {
    std::string interface;
    ValueMap values;
    std::vector<std::string> invalidated;
    message >> interface >> values >> invalidated;
    std::string line = "PropertiesChanged";
    for (const auto& [key, value] : values) line += " " + key + "=" + to_text(value);
    for (const auto& key : invalidated) line += " " + key + " invalidated";
    return line;
}

std::string to_line(sdbus::Message& message) {
    const std::string member = message.getMemberName();
    if (member == "PropertiesChanged") return properties_changed(message);
    std::string line = member;
    if (member == "PromptShown") {
        line += " " + read<ValueMap>(message);
        return line + " " + read<bool>(message);
    }
    if (member == "PromptWithdrawn" || member == "PromptEnded") {
        line += " " + read<std::int64_t>(message);
        return line + " " + read<std::string>(message);
    }
    for (int i = 0; i < 3; ++i) line += " " + read<std::string>(message);
    return line + " " + read<bool>(message);
}

} // namespace

std::string to_text(const sdbus::Variant& value) {
    const std::string type = value.peekValueType();
    if (type == "s") return value.get<std::string>();
    if (type == "b") return value.get<bool>() ? "true" : "false";
    if (type == "x") return std::to_string(value.get<std::int64_t>());
    if (type == "u") return std::to_string(value.get<std::uint32_t>());
    if (type == "aa{sv}") {
        std::string text;
        for (const auto& each : value.get<std::vector<ValueMap>>()) {
            text += (text.empty() ? "" : ", ") + to_text(sdbus::Variant{each});
        }
        return "[" + text + "]";
    }
    if (type == "d") return std::to_string(value.get<double>());
    std::string text;
    if (type == "as") {
        for (const auto& each : value.get<std::vector<std::string>>()) text += (text.empty() ? "" : ", ") + each;
        return "[" + text + "]";
    }
    if (type == "a{sv}") {
        for (const auto& [key, each] : value.get<ValueMap>()) {
            text += (text.empty() ? "" : ", ") + key + ": " + to_text(each);
        }
        return "{" + text + "}";
    }
    return "(" + type + ")";
}

Listener::Listener() : connection_{sdbus::createSessionBusConnection()} {
    watch_ = add_match(*connection_, "type='signal',path='" + std::string{daemon_object_path} + "'",
                       [this](sdbus::Message& message) { lines_.push_back(to_line(message)); });
}

void Listener::process() {
    while (process_pending(*connection_)) {
    }
    if (!lines_.empty()) return;
    const auto data = connection_->getEventLoopPollData();
    pollfd descriptor{data.fd, data.events, 0};
    if (::poll(&descriptor, 1, 5000) == 0) throw std::runtime_error{"no signal came within 5 s"};
}

std::string Listener::next() {
    while (lines_.empty()) process();
    std::string line = std::move(lines_.front());
    lines_.erase(lines_.begin());
    return line;
}

std::vector<std::string> Listener::heard(ScriptedDaemon& daemon) {
    daemon.on_its_thread([](BusService& service, Script&) { service.tell({end_of_reading, Urgency::low, "", false}); });
    std::vector<std::string> lines;
    for (;;) {
        auto line = next();
        if (line.starts_with(std::string{"Notice "} + end_of_reading)) return lines;
        lines.push_back(std::move(line));
    }
}

} // namespace poise::test
