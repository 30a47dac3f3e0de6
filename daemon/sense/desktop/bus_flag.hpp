// SPDX-License-Identifier: GPL-3.0-or-later
// One thing that a program on a bus knows to be so or not: whether it keeps quiet, whether somebody inhibits idleness,
// whether the screen is locked. It is asked when its program comes to the bus and after every signal that may mean a
// change, and what it answers is told; so that signals may come late, twice or for nothing. Nobody is asked into life:
// a name that nobody owns says nothing, and neither does one whose owner is of another make.
#pragma once

#include "poise/ports.hpp"

#include <sdbus-c++/IConnection.h>
#include <sdbus-c++/IProxy.h>
#include <sdbus-c++/Message.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace poise {

struct BusQuestion {
    struct Signal {
        std::string interface;
        std::string member;
        std::string first_argument{}; // empty: any
    };
    std::string what; // for `poise doctor`
    std::string name;
    std::string path;
    std::string interface;
    std::string method;
    std::function<void(sdbus::MethodCall&)> ask; // writes the arguments
    std::function<bool(sdbus::Message&)> read;   // the answer
    std::vector<Signal> asked_after;
};

/// Whether the property is so, for those who tell of its changes.
[[nodiscard]] BusQuestion property_question(std::string what, std::string name, std::string path,
                                            const std::string& interface, const std::string& property,
                                            std::function<bool(const sdbus::Variant&)> holds);

class BusFlag {
public:
    /// `bus` is served by somebody else, who is told by `called_out` that there may be messages to look at.
    BusFlag(sdbus::IConnection& bus, std::function<void()> called_out, BusQuestion, std::function<void(bool)> say);

    /// Whether somebody is there who answers, or why not.
    [[nodiscard]] Finding finding() const { return {question_.what, works_, works_ ? "asked" : trouble_}; }

private:
    void follow(const std::string& rule, std::function<void(sdbus::Message&)> read);
    void find_owner();
    void set_owner(const std::string& owner);
    void ask();
    void refuse(const std::string& why);

    sdbus::IConnection& bus_;
    std::function<void()> called_out_;
    BusQuestion question_;
    std::function<void(bool)> say_;
    bool works_ = false;
    std::string trouble_;
    std::unique_ptr<sdbus::IProxy> driver_; // the bus itself
    std::unique_ptr<sdbus::IProxy> owner_;
    std::vector<sdbus::Slot> matches_;
};

} // namespace poise
