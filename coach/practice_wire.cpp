// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice_wire.hpp"

#include "own_files.hpp"
#include "practice_reader.hpp"

#include <utility>

namespace poise::coach {

namespace {

Result<PracticeForm, std::string> read_practice() {
    const Settings settings = settings_in_force();
    auto own = practice_in_journal(settings);
    if (!own) return Unexpected{own.error()};
    return practice_form(*own, *guide_in_force(), settings, today());
}

} // namespace

std::shared_ptr<PracticeWindow> make_practice(DaemonCalls& daemon) {
    // Known to its own callbacks only once it is there; and it may be closed before an answer comes.
    const auto itself = std::make_shared<std::weak_ptr<PracticeWindow>>();
    const auto ask = [&daemon, itself](const char* method, const Glib::VariantContainerBase& arguments,
                                       PracticeWindow::Answered answered) {
        daemon.call(method, arguments, [itself, answered = std::move(answered)](auto refusal) {
            if (!itself->expired()) answered(std::move(refusal));
        });
    };
    auto window = std::make_shared<PracticeWindow>(PracticeWindow::Outlets{
        read_practice, ask, red_flag_questions, make_screen(daemon, [itself] { return !itself->expired(); })});
    *itself = window;
    return window;
}

} // namespace poise::coach
