// SPDX-License-Identifier: GPL-3.0-or-later
// Waiting in tests: always for a condition, with a limit, by running the io_context that the condition depends on.
#pragma once

#include <boost/asio/io_context.hpp>

#include <chrono>
#include <functional>

namespace poise::test {

using Milliseconds = std::chrono::milliseconds;

/// Runs handlers until the condition holds; false if it does not within the limit.
[[nodiscard]] bool run_until(boost::asio::io_context&, Milliseconds limit, const std::function<bool()>& condition);

/// For proving that nothing happens.
void run_for(boost::asio::io_context&, Milliseconds length);

} // namespace poise::test
