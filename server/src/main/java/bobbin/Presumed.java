package bobbin;

import bobbin.base.Setting;

/** What a command presumes where the operator said nothing: {@code bobbin dev} listens on 127.0.0.1, for instance. */
record Presumed<T>(Setting<T> setting, T value) {}
