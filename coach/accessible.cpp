// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessible.hpp"

#include <gtk/gtk.h>

namespace poise::coach {

namespace {

GtkAccessible* accessible(Gtk::Widget& widget) { return GTK_ACCESSIBLE(widget.gobj()); }

} // namespace

void set_role(Gtk::Widget& widget, Gtk::Accessible::Role role) {
    g_object_set(widget.gobj(), "accessible-role", static_cast<GtkAccessibleRole>(role), nullptr);
}

void set_label(Gtk::Widget& widget, const std::string& label) {
    gtk_accessible_update_property(accessible(widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label.c_str(), -1);
}

void set_description(Gtk::Widget& widget, const std::string& description) {
    gtk_accessible_update_property(accessible(widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description.c_str(), -1);
}

void set_problem(Gtk::Widget& widget, const std::string& problem, const std::string& description) {
    const auto invalid = problem.empty() ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE;
    gtk_accessible_update_state(accessible(widget), GTK_ACCESSIBLE_STATE_INVALID, invalid, -1);
    set_description(widget, problem.empty() ? description : problem);
}

void set_value(Gtk::Widget& widget, double value, const std::string& text) {
    gtk_accessible_update_property(accessible(widget), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                   GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 1.0, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, value,
                                   GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text.c_str(), -1);
}

void replace_label(Gtk::Widget& widget, const std::string& label) {
    gtk_accessible_reset_relation(accessible(widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
    set_label(widget, label);
}

void label_by_text_alone(Gtk::Widget& button) {
    gtk_accessible_reset_property(accessible(button), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

void name_dropdown(Gtk::DropDown& dropdown, const std::string& name) {
    replace_label(dropdown, name);
    if (auto* button = dropdown.get_first_child()) replace_label(*button, name);
}

} // namespace poise::coach
