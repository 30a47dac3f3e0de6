// SPDX-License-Identifier: GPL-3.0-or-later
// A scratch folder in memory where there is one: for tests of thousands of durable transactions, in which it is not the
// disk that is tested.
#pragma once

#include "scoped.hpp"

namespace poise::test {

class MemoryFolder {
public:
    [[nodiscard]] const std::filesystem::path& path() const { return folder_.path(); }

private:
    static std::optional<std::string> fastest() {
        return std::filesystem::exists("/dev/shm") ? std::optional<std::string>{"/dev/shm"} : std::nullopt;
    }

    ScopedEnvironment environment_{"TMPDIR", fastest()};
    ScratchFolder folder_;
};

} // namespace poise::test
