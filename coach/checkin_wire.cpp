// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkin_wire.hpp"

#include "own_files.hpp"
#include "practice_reader.hpp"

#include <utility>

namespace poise::coach {

namespace {

/// What CheckIn takes: what was left out is not there.
Dictionary to_dictionary(const CheckinAnswers& answers) {
    Dictionary values;
    const auto add_text = [&](const char* key, const std::string& text) {
        if (!text.empty()) values.emplace(key, Glib::Variant<Glib::ustring>::create(text));
    };
    if (answers.pain) values.emplace("pain", Glib::Variant<gint32>::create(*answers.pain));
    if (answers.tension) values.emplace("tension", Glib::Variant<gint32>::create(*answers.tension));
    if (answers.tight) values.emplace("tight", Glib::Variant<bool>::create(true));
    add_text("region", answers.region);
    add_text("load", answers.load);
    add_text("position", answers.position);
    add_text("function", answers.function);
    return values;
}

CheckinWords words_to_say() {
    const GuidePtr guide = guide_in_force();
    const auto own = practice_in_journal(settings_in_force());
    return {guide->regions, guide->loads, guide->positions, own ? own->memory.key_task : ""};
}

} // namespace

std::shared_ptr<CheckinWindow> make_checkin(DaemonCalls& daemon) {
    // Known to its own callback only once it is there; and it may be closed before the answer comes.
    const auto itself = std::make_shared<std::weak_ptr<CheckinWindow>>();
    auto window = std::make_shared<CheckinWindow>(
        words_to_say(), [&daemon, itself](const CheckinAnswers& answers, CheckinWindow::Sent sent) {
            daemon.call("CheckIn", arguments(to_dictionary(answers)), [itself, sent = std::move(sent)](auto refusal) {
                if (!itself->expired()) sent(std::move(refusal));
            });
        });
    *itself = window;
    return window;
}

} // namespace poise::coach
