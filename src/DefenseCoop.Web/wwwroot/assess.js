// The form of an assessment: what is typed is kept a moment later, what others type appears, and nothing is overwritten unseen.
import { deliver, keep, messageOf, post } from './typing.js';

document.querySelectorAll('form[data-assess]').forEach(function (form) {
    var state = form.querySelector('[data-saved-state]');
    var said = form.querySelector('[data-saved-said]');
    var people = form.querySelector('[data-people]');
    var moved = form.querySelector('[data-moved]');
    var seenField = form.querySelector('[data-seen]');

    var pause = 600;          // ms from the first change until it is sent
    var round = 1000;         // ms between questions for news
    var hiddenRound = 5000;   // the same in a tab that nobody sees
    var keptWords = '';
    var trouble = null;
    var closed = false;
    var fields = {};

    // Browsers put back what was typed before a reload; the server's text is newer.
    form.querySelectorAll('[data-field]').forEach(function (box) {
        var name = box.dataset.field;
        fields[name] = {
            name: name,
            box: box,
            control: box.querySelector('[name="f.' + CSS.escape(name) + '"]'),
            base: box.querySelector('[data-base]'),
            presence: box.querySelector('[data-presence]'),
            refused: null
        };
    });

    function same(a, b) { return a.replace(/\r\n/g, '\n') === b.replace(/\r\n/g, '\n'); }
    function isChanged(f) { return !same(f.control.value, f.base.value) && f.control.value !== f.refused; }
    function changed() { return Object.keys(fields).map(function (n) { return fields[n]; }).filter(isChanged); }
    function token() { return form.querySelector('input[name="__RequestVerificationToken"]').value; }

    // Heard only where it turns from good to bad or back: not once a second.
    function say(words, isTrouble) {
        if (state.textContent !== words) state.textContent = words;
        state.classList.toggle('trouble', !!isTrouble);
        if (trouble !== !!isTrouble) {
            if (trouble !== null || isTrouble) said.textContent = words;
            trouble = !!isTrouble;
        }
    }

    function at() {
        var box = document.activeElement && document.activeElement.closest ? document.activeElement.closest('[data-field]') : null;
        return box && form.contains(box) ? box.dataset.field : '';
    }

    function body(changes) {
        var data = new URLSearchParams();
        data.append('__RequestVerificationToken', token());
        data.append('code', form.dataset.code);
        data.append('seen', seenField.value);
        data.append('at', at());
        changes.forEach(function (f) {
            data.append('f.' + f.name, f.control.value);
            data.append('b.' + f.name, f.base.value);
        });
        return data;
    }

    // Where the same words stand in a text that others changed.
    function place(before, after, position) {
        var start = 0;
        var most = Math.min(before.length, after.length);
        while (start < most && before[start] === after[start]) start++;
        if (position <= start) return position;
        var end = 0;
        while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
        if (position >= before.length - end) return position + after.length - before.length;
        var words = before.slice(Math.max(0, position - 24), position);
        var found = after.indexOf(words, Math.max(0, position - 24 - Math.abs(after.length - before.length)));
        return found >= 0 ? found + words.length : Math.min(position, after.length);
    }

    function put(f, value) {
        var control = f.control;
        if (control.value === value) return;
        if (control.tagName === 'SELECT') {
            control.value = value;
            return;
        }
        var before = control.value;
        var from = control.selectionStart, to = control.selectionEnd, top = control.scrollTop;
        control.value = value;
        if (document.activeElement === control) {
            control.setSelectionRange(place(before, value, from), place(before, value, to));
            control.scrollTop = top;
        }
        f.box.classList.remove('changed');
        void f.box.offsetWidth;
        f.box.classList.add('changed');
        reveal(f);
    }

    function conflictOf(f) { return f.box.querySelector('[data-conflict]'); }

    function showConflict(f, theirs, person, version) {
        var box = conflictOf(f);
        if (!box) {
            box = form.querySelector('[data-conflict-template]').content.firstElementChild.cloneNode(true);
            box.querySelectorAll('[data-choose]').forEach(function (b) { b.value = b.dataset.choose + ':' + f.name; });
            box.querySelector('[data-their-value]').name = 't.' + f.name;
            box.querySelector('[data-their-version]').name = 'v.' + f.name;
            f.presence.after(box);
            said.textContent = (person || 'Somebody else') + ' changed the same as you. Both texts are at the field.';
        }
        box.querySelector('[data-theirs]').textContent = describe(f, theirs);
        box.querySelector('[data-their-value]').value = theirs;
        box.querySelector('[data-their-version]').value = version;
        box.querySelector('[data-their-person]').textContent = person || 'Somebody else';
    }

    function describe(f, value) {
        if (!value) return '(nothing)';
        var option = f.control.options && Array.prototype.find.call(f.control.options, function (o) { return o.value === value; });
        return option ? option.textContent : value;
    }

    function endConflict(f) {
        var box = conflictOf(f);
        if (box) box.remove();
    }

    function problem(f, words) {
        var note = f.box.querySelector('[data-refused]');
        if (!words) {
            if (note) note.remove();
            return;
        }
        if (!note) {
            note = document.createElement('p');
            note.className = 'field-error';
            note.setAttribute('data-refused', '');
            f.control.after(note);
        }
        note.textContent = words;
    }

    function take(result, sent) {
        var f = fields[result.name];
        if (!f) return;
        var isStill = f.control.value === sent[result.name];
        problem(f, null);
        if (result.outcome === 'Saved' || result.outcome === 'Merged') {
            endConflict(f);
            if (isStill) {
                if (!same(f.control.value, result.value)) put(f, result.value);
                f.base.value = result.value;
            } else f.base.value = sent[result.name];
        } else if (result.outcome === 'Conflict') {
            f.base.value = sent[result.name];
            showConflict(f, result.value, result.person, result.version);
        } else {
            f.refused = sent[result.name];
            if (result.outcome === 'Closed') closed = true;
            problem(f, result.message || 'Not kept. What you typed is still here.');
        }
    }

    function news(item, sent) {
        var f = fields[item.name];
        if (!f || item.name in sent) return;
        if (conflictOf(f)) {
            if (!same(conflictOf(f).querySelector('[data-their-value]').value, item.value) && !same(item.value, f.control.value)) showConflict(f, item.value, item.person, item.version);
            return;
        }
        // Changed here meanwhile: the next round brings both together.
        if (!same(f.control.value, f.base.value)) return;
        put(f, item.value);
        f.base.value = item.value;
    }

    function showPeople(list) {
        var words = list.map(function (p) { return p.person + (p.words ? ' in ' + p.words : ''); }).join(', ');
        words = words ? 'Also here: ' + words + '.' : '';
        if (people.textContent !== words) people.textContent = words;
        people.hidden = !words;
        Object.keys(fields).forEach(function (name) {
            var here = list.filter(function (p) { return p.field === name; }).map(function (p) { return p.person; });
            var note = fields[name].presence;
            var text = here.length ? here.join(' and ') + (here.length > 1 ? ' are' : ' is') + ' writing here' : '';
            if (note.textContent !== text) note.textContent = text;
            note.hidden = !text;
        });
    }

    function showState(now) {
        if (now === form.dataset.state || (now !== 'Submitted' && now !== 'Published')) return;
        form.dataset.state = now;
        closed = true;
        moved.textContent = 'This assessment was ' + now.toLowerCase() + ' by somebody else. ';
        var link = document.createElement('a');
        link.href = location.pathname + location.search;
        link.textContent = 'Show it as it is now';
        moved.append(link, '. What you typed since then is still in the fields, so that you can copy it.');
        moved.hidden = false;
    }

    // Sends what is new here and takes what is new there. Resolves to 'kept', 'refused' or 'away'.
    function sync() {
        var changes = [];
        var sent = {};
        return deliver({
            send: function () {
                changes = changed();
                sent = {};
                changes.forEach(function (f) { sent[f.name] = f.control.value; });
                return post(form.dataset.sync, body(changes));
            },
            taken: function (got) {
                got.results.forEach(function (r) { take(r, sent); });
                got.fields.forEach(function (n) { news(n, sent); });
                seenField.value = got.version;
                showPeople(got.people);
                showState(got.state);
                var bad = got.results.filter(function (r) { return r.outcome === 'Refused' || r.outcome === 'Closed'; });
                if (bad.length) {
                    say('Not saved: ' + (bad[0].message || 'this assessment cannot be written any more.') + ' What you typed is still here.', true);
                    return 'refused';
                }
                if (changes.length || trouble) keptWords = 'Saved ' + got.at;
                if (keptWords && !keeper.isLeaving()) say(changed().length ? 'Saving what you type…' : keptWords, false);
                return 'kept';
            },
            say: function (words) { say(words, true); },
            tooMuch: function () { changes.forEach(function (f) { f.refused = f.control.value; }); },
            token: form.dataset.token,
            not: 'Not saved',
            notYet: 'Not saved',
            may: 'write assessments'
        });
    }

    var keeper = keep(form, {
        waits: [1000, 2000, 4000, 8000],
        isFromFirst: true,
        rests: function () { return false; },
        round: sync,
        next: function () { return changed().length ? pause : document.visibilityState === 'hidden' ? hiddenRound : round; },
        isOpen: function () { return changed().length > 0; },
        late: function () { return post(form.dataset.sync, body(changed()), { keepalive: true }); },
        warns: function () { return changed().length > 0 && trouble; },
        again: function () { keeper.later(0); },
        shown: function () { keeper.later(0); },
        sending: function () {
            say('Sending…', false);
            return true;
        },
        waiting: function () { say('Sending… The server has not answered so far. What you typed is still here. You can press it again: it is not done twice.', true); },
        deliver: sync,
        stays: function (outcome, button) {
            if (outcome === 'away') return { wait: 1000 };
            return button && button.value === 'save' ? { wait: round } : null;
        }
    });

    form.addEventListener('input', function (event) {
        var box = event.target.closest('[data-field]');
        if (!box || event.target.name !== 'f.' + box.dataset.field) return;
        fields[box.dataset.field].refused = null;
        keeper.stay();
        if (keptWords && !closed && !trouble && changed().length) say('Saving what you type…', false);
        if (!closed) keeper.later(pause);
    });
    form.addEventListener('change', function () { if (!closed) keeper.later(0); });

    // Of two texts, the chosen one.
    function choose(f, button) {
        var box = conflictOf(f);
        var value = button.dataset.choose === 'theirs' ? box.querySelector('[data-their-value]').value : f.control.value;
        var data = body([]);
        data.append('do', 'mine:' + f.name);
        data.append('f.' + f.name, value);
        data.append('v.' + f.name, box.querySelector('[data-their-version]').value);
        keeper.settled().then(function () { return post(form.dataset.resolve, data); }).then(function (answer) {
            if (!answer.ok) return messageOf(answer).then(function (message) { say('Not saved: ' + (message || 'the choice did not arrive. Choose again.') + ' What you typed is still here.', true); });
            return answer.json().then(function (result) {
                if (result.outcome === 'Conflict') {
                    showConflict(f, result.value, result.person, result.version);
                    return;
                }
                endConflict(f);
                put(f, result.value);
                f.base.value = result.value;
                f.control.focus();
                keeper.later(0);
            });
        }, function () { say('Not saved: the server does not answer. What you typed is still here. Choose again.', true); });
    }

    function preview(f) {
        var data = new URLSearchParams({ __RequestVerificationToken: token(), text: f.control.value, period: form.dataset.period });
        var box = f.box.querySelector('[data-preview-box]');
        post(form.dataset.preview, data).then(function (answer) {
            if (!answer.ok) throw new Error();
            return answer.text().then(function (html) {
                box.innerHTML = html || '<p>Nothing is written yet.</p>';
                box.hidden = false;
            });
        }).catch(function () {
            box.textContent = 'The preview cannot be shown now: the server does not answer.';
            box.hidden = false;
        });
    }

    // Actions: rows are there from the start; empty ones are hidden.
    function actions() { return Array.prototype.slice.call(form.querySelectorAll('[data-action]')); }
    function controlsOf(row) { return Array.prototype.slice.call(row.querySelectorAll('[name^="f."]')); }
    function reveal(f) {
        var row = f.box.closest('[data-action]');
        if (row && f.control.value) row.hidden = false;
    }

    form.addEventListener('click', function (event) {
        var button = event.target.closest('button');
        if (!button) return;
        var box = button.closest('[data-field]');
        if (button.dataset.choose) {
            event.preventDefault();
            choose(fields[box.dataset.field], button);
        } else if (button.dataset.previewOf) {
            event.preventDefault();
            preview(fields[button.dataset.previewOf]);
        } else if ('add' in button.dataset) {
            event.preventDefault();
            var next = actions().find(function (row) { return row.hidden; });
            if (!next) return;
            next.hidden = false;
            controlsOf(next)[0].focus();
        } else if (button.dataset.remove) {
            event.preventDefault();
            var row = button.closest('[data-action]');
            controlsOf(row).forEach(function (control) { control.value = ''; });
            row.hidden = true;
            form.querySelector('[data-add]').focus();
            keeper.later(0);
        } else if ('citeInsert' in button.dataset) insert(box);
    });

    // Whoever judges otherwise than the evidence, or decides on a change, is asked for the reason at once.
    function ask() {
        var reason = fields.reason;
        if (!reason) return;
        var asked = reason.box.querySelector('[data-asked]');
        var differs = Array.prototype.some.call(form.querySelectorAll('[data-evidence]'), function (select) { return select.value && select.value !== select.dataset.evidence; });
        var decides = fields.decision && fields.decision.control.value && fields.decision.control.value !== 'Continue';
        var words = differs ? 'You differ from the evidence: give the reason.' : decides ? 'You decide on a change: give the reason.' : '';
        if (asked.textContent !== words) asked.textContent = words;
        asked.hidden = !words;
        reason.box.querySelector('.optional').hidden = !!words;
    }

    form.addEventListener('change', ask);

    // Citations: a box to choose a code from, and it stands where the cursor was.
    form.querySelectorAll('[data-cite]').forEach(function (part) { part.hidden = false; });
    form.addEventListener('keydown', function (event) {
        if (event.key !== 'Enter' || event.target.tagName !== 'INPUT') return;
        event.preventDefault();   // never submits by accident
        if (event.target.closest('[data-cite]')) insert(event.target.closest('[data-field]'));
    });

    function insert(box) {
        var input = box.querySelector('[data-cite] input');
        var code = input.value.trim();
        if (!code) {
            input.focus();
            return;
        }
        var control = fields[box.dataset.field].control;
        control.focus();
        control.setRangeText('[' + code + ']', control.selectionStart, control.selectionEnd, 'end');
        input.value = '';
        control.dispatchEvent(new Event('input', { bubbles: true }));
    }

    // The form goes without what is kept already.
    form.addEventListener('formdata', function (event) {
        Object.keys(fields).forEach(function (name) {
            if (isChanged(fields[name])) return;
            event.formData.delete('f.' + name);
            event.formData.delete('b.' + name);
        });
    });

    // What is kept as it is typed needs no button for that.
    form.querySelectorAll('button[value="save"]').forEach(function (button) { button.hidden = true; });
    keeper.later(0);
});
