// SPDX-License-Identifier: GPL-3.0-or-later
// The compositors' ways of telling of pauses of the input, made alike. Most compositors count a watch's first pause
// from its making on, KWin from the last input.
#pragma once

#include "wayland_connection.hpp"

#include "poise/time.hpp"

#include <functional>
#include <memory>

namespace poise {

/// Hears of every pause so long, and of its end, until it is destroyed; that may happen in one of its callbacks.
class PauseWatch {
public:
    struct Told {
        std::function<void()> paused;
        std::function<void()> resumed;
    };
    virtual ~PauseWatch() = default;
};

/// Lives no longer than its connection, and its watches no longer than it.
class PauseNotifier {
public:
    virtual ~PauseNotifier() = default;
    [[nodiscard]] virtual std::unique_ptr<PauseWatch> watch(Duration, PauseWatch::Told) = 0;
};

// Each of the compositor's first seat. They throw std::runtime_error where the compositor does not offer it.

/// ext_idle_notifier_v1, version 2: the input alone, whatever programs inhibit.
[[nodiscard]] std::unique_ptr<PauseNotifier> input_notifier(WaylandConnection&);
/// ext_idle_notifier_v1, version 1: a program that inhibits idleness is as good as input.
[[nodiscard]] std::unique_ptr<PauseNotifier> idle_notifier(WaylandConnection&);
/// org_kde_kwin_idle: like the one before, on older compositors.
[[nodiscard]] std::unique_ptr<PauseNotifier> kwin_notifier(WaylandConnection&);

} // namespace poise
