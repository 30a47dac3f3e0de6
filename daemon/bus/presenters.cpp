// SPDX-License-Identifier: GPL-3.0-or-later
#include "presenters.hpp"

#include "match_rules.hpp"
#include "sdbus.hpp"

#include <exception>
#include <utility>

namespace poise {

namespace {

constexpr const char* bus_name = "org.freedesktop.DBus";
constexpr const char* bus_path = "/org/freedesktop/DBus";

std::string when_it_leaves(const std::string& unique_name) { return owner_changes_of(unique_name) + ",arg2=''"; }

} // namespace

Presenters::Presenters(sdbus::IConnection& connection, CountChanged count_changed)
    : connection_{connection}, count_changed_{std::move(count_changed)}, bus_{make_proxy(connection, bus_name,
                                                                                         bus_path)} {}

void Presenters::add(const std::string& unique_name) {
    if (watches_.contains(unique_name)) return;
    auto watch = add_match(connection_, when_it_leaves(unique_name),
                           [this, unique_name](sdbus::Message&) { forget(std::string{unique_name}); });
    // It may have left before it was watched, and then nobody would ever say so.
    if (!is_on_the_bus(unique_name)) return;
    watches_.emplace(unique_name, std::move(watch));
    count_changed_(watches_.size());
}

bool Presenters::is_on_the_bus(const std::string& unique_name) {
    bool has_owner = false;
    bus_->callMethod("NameHasOwner").onInterface(bus_name).withArguments(unique_name).storeResultsTo(has_owner);
    return has_owner;
}

void Presenters::forget(const std::string& unique_name) noexcept {
    auto watch = watches_.extract(unique_name);
    if (watch.empty()) return;
    last_watch_ = std::move(watch.mapped());
    try {
        count_changed_(watches_.size());
    } catch (const std::exception&) {
        // A callback of a C library: there is nobody to tell.
    }
}

} // namespace poise
