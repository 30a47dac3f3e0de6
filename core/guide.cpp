// SPDX-License-Identifier: GPL-3.0-or-later
#include "poise/guide.hpp"

#include <algorithm>

namespace poise {

namespace {

template <class Entry>
const Entry* find_by_id(const std::vector<Entry>& entries, std::string_view id) {
    const auto found = std::ranges::find(entries, id, &Entry::id);
    return found == entries.end() ? nullptr : &*found;
}

template <class T>
bool is_within(const T& value, const std::optional<Range<T>>& range) {
    return range ? range->contains(value) : value == T{};
}

} // namespace

const Drill* find_drill(const Guide& guide, std::string_view id) { return find_by_id(guide.drills, id); }
const RedFlag* find_red_flag(const Guide& guide, std::string_view id) { return find_by_id(guide.red_flags, id); }
const Cue* find_cue(const Guide& guide, std::string_view id) { return find_by_id(guide.cues, id); }

const Programme* find_programme(const Guide& guide, Driver driver) {
    const auto found = std::ranges::find(guide.programmes, driver, &Programme::driver);
    return found == guide.programmes.end() ? nullptr : &*found;
}

Duration length_of(const Dose& dose, const DoseRange& range) {
    const int times = std::max(dose.reps, 1);
    Duration go = times * range.rep_time;
    if (range.hold) {
        go = times * dose.hold;
    } else if (range.breaths) {
        go = times * dose.breaths * range.breath_time;
    }
    const Duration round = range.each_side ? 2 * go + side_change : go;
    return dose.rounds * round + (dose.rounds - 1) * range.round_rest;
}

bool is_within(const Dose& dose, const DoseRange& range) {
    return is_within(dose.hold, range.hold) && is_within(dose.reps, range.reps) &&
           is_within(dose.breaths, range.breaths) && range.rounds.contains(dose.rounds);
}

GuidePtr built_in_guide() {
    using enum Kind;
    Guide guide;
    const auto drill = [&](const char* id, const char* name, const char* step, Kind kind) {
        Drill made;
        made.id = id;
        made.name = name;
        made.steps = {step};
        made.kinds = {kind};
        made.places = {Place::desk, Place::standing, Place::floor};
        made.rule = id;
        guide.drills.push_back(std::move(made));
    };
    drill("C1", "Posture cue",
          "Rest your hands; let the ribs sink, draw the chin in a little, shoulder blades back and down.", microbreak);
    drill("E10", "Rows",
          "Ten rows against your body's weight, or ten band pulls.", snack);
    drill("E8", "Thoracic rotation",
          "Sit or stand tall, turn the ribs to one side and hold 15 to 30 seconds; then the other.", mobility);
    drill("E11", "Rows and overhead reach",
          "Rows, then slow overhead reaches, in good form and without pain.", strength);
    drill("E14", "Diaphragmatic breathing",
          "Breathe into the lower ribs and let each breath out slowly.", breath);
    using enum Care;
    guide.red_flags = {
        // R1: emergency care in the source
        {"significant_trauma", "Did the pain begin after a serious fall, crash or blow?", emergency, {}, {}},
        {"neurological_deficit", "Do you have new trouble with movement, feeling or coordination?", emergency, {}, {}},
        {"leg_weakness", "Is there weakness in your legs?", emergency, {}, {}},
        {"leg_numbness", "Is there numbness in your legs?", emergency, {}, {}},
        {"incontinence", "Have you suddenly lost control of bladder or bowel?", emergency, {}, {}},
        {"chest_pressure", "Is there pressure or tightness in your chest together with the pain?", emergency, {}, {}},
        {"breathlessness", "Are you short of breath together with the pain?", emergency, {}, {}},
        // R1 (D): raised to it, on the careful side
        {"cold_sweats", "Do you have cold sweats together with back pain?", emergency, {}, {}},
        {"jaw_or_shoulder_pain", "Does your jaw or shoulder hurt together with your back?", emergency, {}, {}},
        {"unusual_fatigue", "Are you unusually exhausted, together with back pain?", emergency, {}, {}},
        {"upper_abdominal_pain",
         "Is there severe pain in the upper belly that goes through to the back, with vomiting or fever?", emergency, {}, {}},
        // R2: see a doctor
        {"night_pain", "Does pain at night persist and not let up?", medical_review, {}, {}},
        {"weight_loss", "Have you lost weight without meaning to?", medical_review, {}, {}},
        {"bleeding", "Have you noticed any unexplained bleeding?", medical_review, {}, {}},
        {"persistent_vomiting", "Do you keep vomiting?", medical_review, {}, {}},
        {"fever", "Do you have a fever with it?", medical_review, {}, {}},
        {"nausea", "Do you feel sick with it?", medical_review, {}, {}},
        {"suspected_infection", "Might you have an infection?", medical_review, {}, {}},
        {"pain_after_meals", "Does the pain follow meals, fatty ones above all?", medical_review, {}, {}},
        {"cough", "Do you have a cough with it?", medical_review, {}, {}},
        {"chest_pain", "Does your chest hurt with it?", medical_review, {}, {}},
        {"pain_after_minor_movement", "Did it begin suddenly after a small movement?", medical_review, {}, {}},
        {"curve_progression", "Is a curve of your spine getting stronger?", medical_review, {}, {}},
        {"function_decline", "Can you do less and less from week to week?", medical_review, {}, {}},
        {"autonomic_signs",
         "Is the pain deep and spread out, with sweating, paleness or nausea, and hardly changed by movement?",
         medical_review, {}, {}},
    };
    return std::make_shared<const Guide>(std::move(guide));
}

} // namespace poise
