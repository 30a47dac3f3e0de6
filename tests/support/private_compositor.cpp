// SPDX-License-Identifier: GPL-3.0-or-later
#include "private_compositor.hpp"

#include <csignal>
#include <utility>

namespace poise::test {

PrivateCompositor::PrivateCompositor(std::string program, std::vector<std::string> offers)
    : command_{std::move(program), socket()} {
    command_.insert(command_.end(), offers.begin(), offers.end());
    restart();
}

void PrivateCompositor::press_key() const { compositor_->kill(SIGUSR1); }

void PrivateCompositor::toggle_inhibitor() const { compositor_->kill(SIGUSR2); }

void PrivateCompositor::freeze() const { compositor_->kill(SIGSTOP); }

void PrivateCompositor::kill() {
    compositor_->kill(SIGKILL);
    compositor_->wait_for_exit(Milliseconds{5000});
}

void PrivateCompositor::restart() {
    compositor_.emplace(command_, Environment{{"XDG_RUNTIME_DIR", folder_.path().string()}});
    (void)compositor_->read_line(Milliseconds{10000});
}

} // namespace poise::test
