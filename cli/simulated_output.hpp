// SPDX-License-Identifier: GPL-3.0-or-later
// What `poise simulate` prints: one line of JSON for each effect, and the summary.
#pragma once

#include "poise/effect.hpp"
#include "poise/report.hpp"

#include <functional>
#include <string>

namespace poise {

class SimulatedOutput {
public:
    explicit SimulatedOutput(std::function<void(const std::string& line)> print) : print_{std::move(print)} {}

    /// An open span that is only written anew leaves no line, nor does a bout in which nobody was there.
    void print(const Effect&, const Stamp& now) const;
    void print(const Report&) const;

private:
    std::function<void(const std::string& line)> print_;
};

} // namespace poise
