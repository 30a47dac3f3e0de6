// SPDX-License-Identifier: GPL-3.0-or-later
// A message bus of its own for a test: it starts no services, so that nothing of the machine's answers on it.
#pragma once

#include "child_process.hpp"
#include "scoped.hpp"

#include <sdbus-c++/IConnection.h>

#include <memory>
#include <string>

namespace poise::test {

class PrivateBus {
public:
    PrivateBus();

    [[nodiscard]] const std::string& address() const { return address_; }
    [[nodiscard]] std::unique_ptr<sdbus::IConnection> connect() const;
    /// Throws if nobody owns the name within the limit.
    void wait_for_name(const std::string& name, Milliseconds limit) const;
    /// The bus dies; connections are cut off.
    void kill();

private:
    ScratchFolder folder_;
    ChildProcess daemon_;
    std::string address_;
};

} // namespace poise::test
