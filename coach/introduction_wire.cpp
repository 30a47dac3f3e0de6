// SPDX-License-Identifier: GPL-3.0-or-later
#include "introduction_wire.hpp"

#include "own_files.hpp"

#include <utility>

namespace poise::coach {

namespace {

struct Call {
    const char* method;
    Glib::VariantContainerBase arguments;
};

/// One after the other, until one is refused.
void call_in_turn(DaemonCalls& daemon, std::vector<Call> calls, IntroductionWindow::Saved saved) {
    if (calls.empty()) return saved("");
    const Call first = calls.front();
    calls.erase(calls.begin());
    daemon.call(first.method, first.arguments,
                [&daemon, calls = std::move(calls), saved = std::move(saved)](auto refusal) mutable {
                    if (refusal) return saved(*refusal);
                    call_in_turn(daemon, std::move(calls), std::move(saved));
                });
}

} // namespace

std::shared_ptr<IntroductionWindow> make_introduction(DaemonCalls& daemon) {
    const GuidePtr guide = guide_in_force();
    // Known to its own callbacks only once it is there; and it may be closed before an answer comes.
    const auto itself = std::make_shared<std::weak_ptr<IntroductionWindow>>();
    const auto save = [&daemon, itself](const IntroductionWindow::Answers& answers, IntroductionWindow::Saved saved) {
        std::vector<Call> calls;
        if (answers.programme) {
            calls.push_back({"ChooseProgramme", arguments(Glib::ustring{std::string{name(*answers.programme)}})});
        }
        if (answers.workstation_checked) {
            calls.push_back({"StartBreak", arguments(Glib::ustring{"workstation_check"})});
        }
        call_in_turn(daemon, std::move(calls), [itself, saved = std::move(saved)](const std::string& trouble) {
            if (!itself->expired()) saved(trouble);
        });
    };
    auto window = std::make_shared<IntroductionWindow>(
        IntroductionWindow::Content{introduction_of(settings_in_force()), red_flag_questions(),
                                    programme_choices(*guide), guide->workstation},
        IntroductionWindow::Outlets{make_screen(daemon, [itself] { return !itself->expired(); }), save});
    *itself = window;
    return window;
}

} // namespace poise::coach
