// SPDX-License-Identifier: GPL-3.0-or-later
#include "bus_flag.hpp"

#include "match_rules.hpp"
#include "sdbus.hpp"

#include <sdbus-c++/Error.h>
#include <sdbus-c++/Types.h>

#include <utility>

namespace poise {

namespace {

constexpr auto driver = "org.freedesktop.DBus";
constexpr auto properties = "org.freedesktop.DBus.Properties";
constexpr auto no_reply = "org.freedesktop.DBus.Error.NoReply"; // in time, which is 25 s

std::string rule_for(const std::string& sender, const std::string& path, const BusQuestion::Signal& signal) {
    const std::string rule = signals_from(sender, path, signal.interface, signal.member);
    return signal.first_argument.empty() ? rule : rule + ",arg0='" + signal.first_argument + "'";
}

} // namespace

BusQuestion property_question(std::string what, std::string name, std::string path, const std::string& interface,
                              const std::string& property, std::function<bool(const sdbus::Variant&)> holds) {
    return {.what = std::move(what),
            .name = std::move(name),
            .path = std::move(path),
            .interface = properties,
            .method = "Get",
            .ask = [interface, property](sdbus::MethodCall& call) { call << interface << property; },
            .read =
                [holds = std::move(holds)](sdbus::Message& answer) {
                    sdbus::Variant value;
                    answer >> value;
                    return holds(value);
                },
            .asked_after = {{properties, "PropertiesChanged", interface}}};
}

BusFlag::BusFlag(sdbus::IConnection& bus, std::function<void()> called_out, BusQuestion question,
                 std::function<void(bool)> say)
    : bus_{bus}, called_out_{std::move(called_out)}, question_{std::move(question)}, say_{std::move(say)},
      trouble_{"nobody is " + question_.name}, driver_{make_proxy(bus, driver, "/org/freedesktop/DBus")} {
    follow(owner_changes_of(question_.name), [this](sdbus::Message& signal) {
        std::string name;
        std::string old_owner;
        std::string new_owner;
        signal >> name >> old_owner >> new_owner;
        set_owner(new_owner);
    });
    follow(end_of_connection, [this](sdbus::Message&) {
        owner_.reset();
        refuse("the bus is gone");
    });
    for (const auto& signal : question_.asked_after) {
        follow(rule_for(question_.name, question_.path, signal), [this](sdbus::Message&) { ask(); });
    }
    find_owner();
}

void BusFlag::follow(const std::string& rule, std::function<void(sdbus::Message&)> read) {
    matches_.push_back(add_match(bus_, rule, [read = std::move(read)](sdbus::Message& signal) {
        try {
            read(signal);
        } catch (const sdbus::Error&) {
            // Not what this signal carries: whoever it came from, it says nothing to us.
        }
    }));
}

void BusFlag::find_owner() {
    auto call = make_call(*driver_, driver, "GetNameOwner");
    call << question_.name;
    call_async(*driver_, call, [this](sdbus::MethodReply& reply, const sdbus::Error* error) {
        if (error || owner_) return; // nobody, or told by a signal meanwhile
        std::string owner;
        reply >> owner;
        set_owner(owner);
    });
    called_out_();
}

void BusFlag::set_owner(const std::string& owner) {
    // By its own name, which starts no service where it has gone meanwhile.
    owner_ = owner.empty() ? nullptr : make_proxy(bus_, owner, question_.path);
    if (owner_) return ask();
    refuse("nobody is " + question_.name);
}

void BusFlag::ask() {
    if (!owner_) return;
    try {
        auto call = make_call(*owner_, question_.interface, question_.method);
        if (question_.ask) question_.ask(call);
        call_async(*owner_, call, [this](sdbus::MethodReply& reply, const sdbus::Error* error) {
            if (error) {
                refuse(question_.name + " does not tell: " + error->getMessage());
                if (error->getName() == no_reply) ask(); // whoever hangs tells of no change, either
                return;
            }
            try {
                const bool holds = question_.read(reply);
                works_ = true;
                trouble_.clear();
                say_(holds);
            } catch (const sdbus::Error& misread) {
                refuse(question_.name + " is not understood: " + misread.getMessage());
            }
        });
        called_out_();
    } catch (const sdbus::Error& error) {
        refuse(error.getMessage());
    }
}

void BusFlag::refuse(const std::string& why) {
    works_ = false;
    trouble_ = why;
    say_(false);
}

} // namespace poise
