// SPDX-License-Identifier: GPL-3.0-or-later
#include "screening.hpp"

#include "own_files.hpp"
#include "say.hpp"
#include "texts.hpp"

#include <utility>

namespace poise::coach {

Screen make_screen(DaemonCalls& daemon, std::function<bool()> is_there) {
    return [&daemon, is_there = std::move(is_there)](const std::vector<std::string>& red_flags, const Tell& tell) {
        const auto care = care_for(*guide_in_force(), red_flags);
        const std::string advice = care ? advice_on(*care, settings_in_force().country) + "\n\n" : "";
        tell(advice + exercise_is_off_until_cleared());
        daemon.call(
            "Screen", arguments(std::vector<Glib::ustring>(red_flags.begin(), red_flags.end())),
            [is_there, advice, tell](const std::optional<std::string>& refusal) {
                if (!refusal) return;
                g_printerr("poise-coach: Screen: %s\n", refusal->c_str());
                if (!is_there()) return;
                tell(advice + tr("This could not be recorded, and exercise is not off: {why}", {{"why", *refusal}}));
            });
    };
}

} // namespace poise::coach
