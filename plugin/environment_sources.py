"""Where packages come from, as the user fills it in."""

from __future__ import annotations

import dataclasses
from typing import Optional

from qgis.gui import QgsCollapsibleGroupBox, QgsFileWidget
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QWidget

from ..engine.api.installation.environment_choice import AUTO, CPU, CUDA, Choice
from .network import qgis_proxy, without_password
from .translation import tr


class EnvironmentSources(QgsCollapsibleGroupBox):
    """Collapsed, unless something in it is not as usual."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(tr("Where packages come from"), parent)
        self.setObjectName("sam2_sources")
        form = QFormLayout(self)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._build = QComboBox()
        self._build.setObjectName("sam2_build")
        self._build.addItem(tr("Automatic: CUDA where an NVIDIA driver can run it"), AUTO)
        self._build.addItem(tr("Processor only (CPU, smallest)"), CPU)
        self._build.addItem(tr("NVIDIA GPU (CUDA)"), CUDA)
        self._index = QLineEdit()
        self._index.setObjectName("sam2_index_url")
        self._index.setPlaceholderText(tr("as pip is set up on this computer"))
        self._index.setToolTip(
            tr("A package index of your own, such as a mirror in your company: https://…/simple")
        )
        self._wheels = QgsFileWidget()
        self._wheels.setObjectName("sam2_wheels")
        self._wheels.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self._wheels.lineEdit().setPlaceholderText(tr("none: install from the network"))
        self._wheels.setToolTip(tr("A folder of wheels to install from without network (docs: Install)."))
        self._certificates = QgsFileWidget()
        self._certificates.setObjectName("sam2_certificates")
        self._certificates.setStorageMode(QgsFileWidget.StorageMode.GetFile)
        self._certificates.setFilter(tr("Certificates (*.pem *.crt *.cer);;All files (*)"))
        self._certificates.lineEdit().setPlaceholderText(tr("as QGIS and this computer trust"))
        self._certificates.setToolTip(tr("Of a company's proxy that signs connections itself (PEM)."))
        self._proxy = QLabel()
        self._proxy.setObjectName("sam2_proxy")
        self._proxy.setToolTip(tr("Settings > Options > Network"))
        form.addRow("PyTorch", self._build)
        form.addRow(tr("Package index"), self._index)
        form.addRow(tr("Folder of wheels"), self._wheels)
        form.addRow(tr("Certificates"), self._certificates)
        form.addRow(tr("Proxy"), self._proxy)
        self.setCollapsed(True)

    def show_choice(self, choice: Choice) -> None:
        """Fill in what was chosen."""
        self._build.setCurrentIndex(self._build.findData(choice.build))
        self._index.setText(choice.index_url)
        self._wheels.setFilePath(choice.wheels)
        self._certificates.setFilePath(choice.certificates)
        self._proxy.setText(without_password(qgis_proxy()[0]) or tr("none (as QGIS is set)"))
        if dataclasses.replace(choice, python="") != Choice():
            self.setCollapsed(False)

    def into(self, choice: Choice) -> Choice:
        """The choice with what is filled in."""
        return dataclasses.replace(
            choice,
            build=self._build.currentData(),
            index_url=self._index.text().strip(),
            wheels=self._wheels.filePath().strip(),
            certificates=self._certificates.filePath().strip(),
        )
