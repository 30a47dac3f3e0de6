// SPDX-License-Identifier: GPL-3.0-or-later
#include "private_x.hpp"

#include <csignal>

namespace poise::test {

PrivateX::PrivateX()
    : server_{{"Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"}},
      display_{":" + server_.read_line(Milliseconds{20000})} {}

Environment PrivateX::environment() const {
    return {{"DISPLAY", display_}, {"XDG_SESSION_TYPE", "x11"}, {"WAYLAND_DISPLAY", std::nullopt}};
}

void PrivateX::xdotool(std::vector<std::string> words) const {
    words.insert(words.begin(), "xdotool");
    run(words, environment());
}

void PrivateX::kill() {
    server_.kill(SIGTERM);
    server_.wait_for_exit(Milliseconds{5000});
}

void PrivateX::hang() { server_.kill(SIGSTOP); }

void PrivateX::go_on() { server_.kill(SIGCONT); }

} // namespace poise::test
