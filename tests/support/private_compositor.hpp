// SPDX-License-Identifier: GPL-3.0-or-later
// The compositor of our own (own_compositor.cpp) in a folder of its own, and hands for it.
#pragma once

#include "child_process.hpp"
#include "scoped.hpp"

#include <optional>
#include <string>
#include <vector>

namespace poise::test {

class PrivateCompositor {
public:
    /// `offers` are words of its usage: {"ext", "2", "kwin"}.
    PrivateCompositor(std::string program, std::vector<std::string> offers);

    /// XDG_RUNTIME_DIR, for whoever is to find it.
    [[nodiscard]] std::string folder() const { return folder_.path().string(); }
    [[nodiscard]] std::string socket() const { return folder() + "/wayland-own"; }
    void press_key() const;
    /// Begins or ends.
    void toggle_inhibitor() const;
    /// The compositor dies; clients are cut off.
    void kill();
    /// Another one, under the same name.
    void restart();
    /// Answers nobody from now on.
    void freeze() const;

private:
    ScratchFolder folder_;
    std::vector<std::string> command_;
    std::optional<ChildProcess> compositor_;
};

} // namespace poise::test
