// SPDX-License-Identifier: GPL-3.0-or-later
// Several sources speak of one thing, each for itself: it holds while any of them says so. A word that is repeated
// changes nothing, and neither does a source that takes back what it never said; so that signals may come late, twice
// or never.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

namespace poise {

class AnyOf {
public:
    /// Called at the first word for it and when the last is taken back.
    explicit AnyOf(std::function<void(bool on)> changed) : changed_{std::move(changed)} {}

    void say(std::string_view source, bool on);

    [[nodiscard]] bool on() const { return !for_it_.empty(); }
    /// Who says so.
    [[nodiscard]] const std::set<std::string, std::less<>>& sources() const { return for_it_; }

private:
    std::function<void(bool)> changed_;
    std::set<std::string, std::less<>> for_it_;
};

} // namespace poise
