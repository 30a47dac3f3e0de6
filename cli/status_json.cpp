// SPDX-License-Identifier: GPL-3.0-or-later
#include "local_times.hpp"
#include "status_view.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace poise {

namespace {

using Json = nlohmann::ordered_json;

Json seconds(Seconds length) { return std::llround(length.count()); }
Json seconds(const std::optional<Seconds>& length) { return length ? seconds(*length) : Json(nullptr); }

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

class StatusJson {
public:
    StatusJson(const Snapshot& snapshot, const OffsetAt& offset_at)
        : snapshot_{snapshot}, daemon_{snapshot.daemon}, offset_at_{offset_at} {}

    [[nodiscard]] Json json() const {
        const bool has_since = daemon_.presence_since.time_since_epoch().count() != 0;
        Json json;
        json["version"] = daemon_.version;
        json["at"] = iso_text(snapshot_.now, offset_at_);
        json["headline"] = daemon_.headline;
        json["presence"] = daemon_.presence;
        json["presence_since"] = has_since ? time(daemon_.presence_since) : Json(nullptr);
        json["posture"] = daemon_.posture;
        json["bout_s"] = seconds(daemon_.bout);
        json["prompt"] = prompt();
        json["holds"] = holds();
        json["paused_until"] = time(daemon_.paused_until);
        json["exercise_off"] = daemon_.exercise_off;
        json["next"] = next();
        json["kinds"] = kinds();
        json["idle_source"] = idle_source();
        json["clients"] = daemon_.presenters;
        json["journal"] = {{"path", text_or_null(daemon_.journal.path)},
                           {"trouble", text_or_null(daemon_.journal.trouble)},
                           {"waiting", daemon_.journal.waiting},
                           {"dropped", daemon_.journal.dropped}};
        json["configuration"] = {{"path", text_or_null(daemon_.configuration.path)},
                                 {"exists", daemon_.configuration.exists},
                                 {"problems", daemon_.configuration.problems}};
        return json;
    }

private:
    [[nodiscard]] Json time(std::chrono::sys_seconds at) const { return iso_text(at, offset_at_); }
    [[nodiscard]] Json time(const std::optional<std::chrono::sys_seconds>& at) const {
        return at ? time(*at) : Json(nullptr);
    }

    [[nodiscard]] Json prompt() const {
        if (!daemon_.prompt) return nullptr;
        const auto& prompt = *daemon_.prompt;
        return {{"id", prompt.id},
                {"kind", prompt.kind},
                {"phase", prompt.phase},
                {"drills", prompt.drills},
                {"rule", prompt.rule},
                {"length_s", seconds(prompt.length)},
                {"why", prompt.why},
                {"title", prompt.title},
                {"text", prompt.text},
                {"start_label", prompt.start_label},
                {"snoozes_left", prompt.snoozes_left ? Json(*prompt.snoozes_left) : Json(nullptr)}};
    }

    [[nodiscard]] Json holds() const {
        Json holds = Json::array();
        for (const auto& hold : daemon_.holds) {
            const bool is_pause = hold == name(Block::paused);
            holds.push_back({{"hold", hold}, {"until", is_pause ? time(daemon_.paused_until) : Json(nullptr)}});
        }
        return holds;
    }

    [[nodiscard]] Json next() const {
        const auto kinds = to_come(snapshot_.kinds);
        if (kinds.empty()) return nullptr;
        const auto at = *kinds.front().next_due;
        const Seconds wait = std::max<Seconds>(at - snapshot_.now, Seconds{});
        return {{"kind", kinds.front().kind}, {"at", time(at)}, {"in_s", seconds(wait)}};
    }

    [[nodiscard]] Json kinds() const {
        Json kinds = Json::array();
        for (const auto& kind : snapshot_.kinds) {
            kinds.push_back({{"kind", kind.kind},
                             {"on", kind.on},
                             {"due", kind.due},
                             {"elapsed_s", seconds(kind.elapsed)},
                             {"interval_s", seconds(kind.interval)},
                             {"next_due", time(kind.next_due)},
                             {"blocks", kind.blocks},
                             {"rule", kind.rule}});
        }
        return kinds;
    }

    [[nodiscard]] Json idle_source() const {
        const auto& source = daemon_.idle_source;
        Json tried = Json::array();
        for (const auto& [name, works, detail] : source.tried) {
            tried.push_back({{"name", name}, {"works", works}, {"detail", detail}});
        }
        return {{"name", text_or_null(source.name)},
                {"works", source.works},
                {"since", source.since.time_since_epoch().count() != 0 ? time(source.since) : Json(nullptr)},
                {"why", text_or_null(source.why)},
                {"tried", tried}};
    }

    const Snapshot& snapshot_;
    const DaemonView& daemon_;
    const OffsetAt& offset_at_;
};

} // namespace

Json status_json(const Snapshot& snapshot, const OffsetAt& offset_at) { return StatusJson{snapshot, offset_at}.json(); }

std::vector<KindView> to_come(const std::vector<KindView>& kinds) {
    std::vector<KindView> coming;
    std::ranges::copy_if(kinds, std::back_inserter(coming),
                         [](const KindView& kind) { return kind.on && !kind.due && kind.next_due; });
    std::ranges::stable_sort(coming, {}, [](const KindView& kind) { return *kind.next_due; });
    return coming;
}

} // namespace poise
