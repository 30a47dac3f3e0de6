// SPDX-License-Identifier: GPL-3.0-or-later
// How a command ends. Scripts rely on these numbers: they never change. A command that cannot do what was asked throws
// a Failure; main() alone catches it, prints its one line and leaves with its number.
#pragma once

#include "console.hpp"

#include <stdexcept>
#include <string>

namespace poise {

enum class Exit {
    done = 0,
    failed = 1, // refused by the daemon too
    usage = 2,
    no_daemon = 3, // it does not answer
    bad_input = 4, // configuration, guide, trace or journal
};

class Failure : public std::runtime_error {
public:
    /// `why` is one line that says what to do.
    Failure(Exit exit, const std::string& why) : std::runtime_error{why}, exit_{exit} {}
    [[nodiscard]] Exit exit() const { return exit_; }

private:
    Exit exit_;
};

/// Runs what throws std::runtime_error, which becomes the Failure that a command ends with.
template <class Work>
auto or_failure(Work work) {
    try {
        return work();
    } catch (const Failure&) {
        throw;
    } catch (const OutputFailed&) {
        throw;
    } catch (const std::runtime_error& error) {
        throw Failure{Exit::bad_input, error.what()};
    }
}

} // namespace poise
